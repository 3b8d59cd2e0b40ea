// Which file draws which kind of figure; src/nearness/report names the kinds.
import type { FigureData, PageData } from "./data";
import { armDifferences } from "./arm-differences";
import { armLevels } from "./arm-levels";
import { calibration } from "./calibration";
import { changeByLife } from "./change-by-life";
import { diaryDays } from "./diary-days";
import { diaryPersons } from "./diary-persons";
import { rivals } from "./rivals";
import { threatCurves } from "./threat-curves";
import { typicalPath } from "./typical-path";

export type Draw = (figure: FigureData, page: PageData, width: number) => Element;

const kinds: Record<string, Draw> = {
  "threat-curves": threatCurves,
  "arm-levels": armLevels,
  "arm-differences": armDifferences,
  "change-by-life": changeByLife,
  "typical-path": typicalPath,
  "diary-days": diaryDays,
  "diary-persons": diaryPersons,
  calibration,
  rivals,
};

export function draw(figure: FigureData, page: PageData, width: number): Element {
  const how = kinds[figure.kind];
  if (!how) throw new Error(`no figure of kind “${figure.kind}”`);
  return how(figure, page, width);
}
