// What the pictures of claims share.
import type { Row } from "./data";

export const words = (row: Row, name: string): string => String(row[name] ?? "");
export const numbers = (row: Row, names: string[]): number[] =>
  names.map((name) => row[name]).filter((value): value is number => typeof value === "number");
