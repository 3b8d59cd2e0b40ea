// What the page carries for a figure: columns as the program wrote them (src/nearness/report/data.hpp).

export type Cell = number | string | null; // null: not measured

export interface Column {
  name: string;
  unit?: string; // of numbers
  says: string;
  values: Cell[];
}

export interface DataSet {
  id: string; // unique on the page; the name of its CSV file
  columns: Column[];
}

export interface Look {
  key: string;
  name: string;
  colour: number;
  dash: number;
  marker: string;
}

export interface FigureData {
  kind: string;
  title: string;
  options: Record<string, string>;
  data: Record<string, DataSet>;
}

export interface PageData {
  looks: Look[]; // of the arms, in order
  figures: Record<string, FigureData>;
  tables: Record<string, DataSet>; // that no picture is drawn from
}

export type Row = Record<string, Cell>;

// A data set row by row, by column name.
export function rows(set: DataSet | undefined): Row[] {
  if (!set || set.columns.length === 0) return [];
  return set.columns[0].values.map((_, i) => Object.fromEntries(set.columns.map((c) => [c.name, c.values[i]])));
}

// Rows with the same value of `name`, in order of first appearance.
export function grouped(all: Row[], name: string): Map<Cell, Row[]> {
  const out = new Map<Cell, Row[]>();
  for (const row of all) {
    const key = row[name] ?? null;
    const group = out.get(key);
    if (group) group.push(row);
    else out.set(key, [row]);
  }
  return out;
}

export function csv(set: DataSet): string {
  const field = (cell: Cell): string => {
    if (cell === null) return "";
    const text = String(cell);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [set.columns.map((c) => field(c.name)).join(",")];
  const count = set.columns[0]?.values.length ?? 0;
  for (let i = 0; i < count; ++i) lines.push(set.columns.map((c) => field(c.values[i])).join(","));
  return lines.join("\r\n") + "\r\n";
}
