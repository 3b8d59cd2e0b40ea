// Which file draws which kind of figure; src/nearness/report names the kinds.
import type { FigureData, PageData } from "./data";
import { scene } from "./scene";
import { innerStates } from "./inner-states";
import { life } from "./life";
import { strategies } from "./strategies";
import { sud } from "./sud";
import { phasePortrait } from "./phase-portrait";
import { templates } from "./templates";
import { triggers } from "./triggers";
import { armDifferences } from "./arm-differences";
import { armLevels } from "./arm-levels";
import { calibration } from "./calibration";
import { changeByLife } from "./change-by-life";
import { diaryDays } from "./diary-days";
import { diaryPersons } from "./diary-persons";
import { claimArms } from "./claim-arms";
import { claimEffects } from "./claim-effects";
import { claimLines } from "./claim-lines";
import { causeBeliefs } from "./cause-beliefs";
import { gradients } from "./gradients";
import { learningCurves } from "./learning-curves";
import { regionMap } from "./region-map";
import { rivals } from "./rivals";
import { threatCurves } from "./threat-curves";
import { typicalPath } from "./typical-path";

export type Draw = (figure: FigureData, page: PageData, width: number) => Element;

const kinds: Record<string, Draw> = {
  scene,
  "inner-states": innerStates,
  "life": life,
  "strategies": strategies,
  "sud": sud,
  "phase-portrait": phasePortrait,
  "templates": templates,
  "threat-curves": threatCurves,
  "triggers": triggers,
  "arm-levels": armLevels,
  "arm-differences": armDifferences,
  "change-by-life": changeByLife,
  "typical-path": typicalPath,
  "diary-days": diaryDays,
  "diary-persons": diaryPersons,
  "claim-arms": claimArms,
  "claim-effects": claimEffects,
  "claim-lines": claimLines,
  "cause-beliefs": causeBeliefs,
  gradients,
  "learning-curves": learningCurves,
  "region-map": regionMap,
  calibration,
  rivals,
};

export function draw(figure: FigureData, page: PageData, width: number): Element {
  const how = kinds[figure.kind];
  if (!how) throw new Error(`no figure of kind “${figure.kind}”`);
  return how(figure, page, width);
}
