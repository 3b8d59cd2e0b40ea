// Every numbered error, once. E00: command line. E01: scenario. E02: diary and mapping. E03: files. E04: evidence.
// E06: recorded trials. E07: experiments. E08: claims. E09: ours. Over 400 lines because it is one list, which documents are made from.
#include "nearness/base/problem.hpp"

namespace nearness {

const std::vector<CatalogueEntry>& catalogue() {
    static const std::vector<CatalogueEntry> entries = {
        {"E0001", Exit::usage, "the command line is not understood",
         "A verb, option or argument is unknown, missing or malformed.\n"
         "`nearness --help` lists the verbs, `nearness VERB --help` the options of one.\n"},
        {"E0002", Exit::usage, "a `--set` is not key=value, or its key is unknown",
         "`--set` takes `module.parameter=value`, for example\n\n"
         "    nearness run life.toml --set memory.concentration=0.05 --set body.arousal_time=\"20 s\"\n\n"
         "The keys are those that `nearness describe` lists, or `chapter-id.key` for a chapter. For `nearness learn`\n"
         "they are those of the learner, without its name and, for one stimulus, with the stimulus:\n\n"
         "    nearness learn --model rescorla-wagner --trials trials.csv --set salience=0.3 --set salience.A=0.1\n\n"
         "`nearness describe rescorla-wagner` lists them.\n"},
        {"E0101", Exit::configuration, "a scenario is not valid TOML",
         "TOML is described at https://toml.io. Frequent slips: text without quotes, a quote or bracket that is\n"
         "not closed, a key given twice, a table in braces broken over two lines (only lists may be).\n"
         "Files of more than 4 MB or 30,000 values, lines of more than 400 dots and tables nested very deep are\n"
         "refused too: they are no scenarios.\n\n"
         "    wrong    lasts = 4 years\n"
         "    right    lasts = \"4 years\"\n"},
        {"E0102", Exit::configuration, "a value of the wrong kind in a scenario",
         "Texts stand in quotes, numbers do not, lists in brackets, tables in braces or below a [header].\n\n"
         "    wrong    attention = \"0.7\"\n"
         "    right    attention = 0.7\n"},
        {"E0103", Exit::configuration, "unknown key or parameter in a scenario",
         "An unknown key is an error, since a mistyped one would otherwise be a value that is silently not\n"
         "used. Keys at the top of the file, such as persons, stand above the first [header]: TOML counts what\n"
         "comes below a header as part of it. `nearness describe` lists the parameters.\n\n"
         "    wrong    [parameters]\n"
         "             memory.concentraton = 0.05\n"
         "    right    [parameters]\n"
         "             memory.concentration = 0.05\n"},
        {"E0104", Exit::configuration, "a duration or rate without its unit, or with an unknown one",
         "Durations are a number and a unit: \"15 s\", \"10 minutes\", \"12 hours\", \"2.5 days\", \"1 week\",\n"
         "\"6 months\", \"16 years\". A year is 365 days and a month a twelfth of it. Rates: \"3 per week\",\n"
         "\"every 4 days\", \"none\". A chapter with encounters may also last \"26 encounters\".\n\n"
         "    wrong    lasts = 14\n"
         "    right    lasts = \"14 months\"\n"},
        {"E0105", Exit::configuration, "a scenario lacks something it needs",
         "A life needs at least one [[chapter]]; each chapter an id and a length, the first one also the age\n"
         "at which it begins; each plan a therapy, its number of sessions and their spacing. The smallest:\n\n"
         "    [[chapter]]\n"
         "    id = \"childhood\"\n"
         "    from = \"6 months\"\n"
         "    until = \"16 years\"\n"},
        {"E0106", Exit::configuration, "a number of a scenario lies outside its range",
         "Attributes of others, strengths and settings of therapies are shares between 0 and 1. Each parameter\n"
         "has a range of its own, within which the model's equations make sense.\n\n"
         "    wrong    with = { kind = \"partner\", responsive = 75 }\n"
         "    right    with = { kind = \"partner\", responsive = 0.75 }\n"},
        {"E0107", Exit::configuration, "a number of a scenario is NaN or infinite",
         "TOML knows nan and inf as numbers; no value of a life can be one.\n\n"
         "    wrong    onset = nan\n"
         "    right    onset = 0.35\n"},
        {"E0108", Exit::configuration, "an age or length that cannot be",
         "Ages lie between 0 and 120 years. `from` and `until` are ages, `lasts` is a length; a chapter has\n"
         "`until` or `lasts`, ends after it began, and sessions come some time apart.\n\n"
         "    wrong    from = \"20 years\"\n"
         "             until = \"14 months\"\n"
         "    right    from = \"20 years\"\n"
         "             lasts = \"14 months\"\n"},
        {"E0109", Exit::configuration, "two chapters overlap",
         "Chapters follow each other. Without `from`, a chapter begins where the last one ends; with a later\n"
         "`from`, the time between is lived without encounters.\n\n"
         "    wrong    childhood until = \"16 years\", then school from = \"6 years\"\n"
         "    right    childhood until = \"6 years\", then school until = \"16 years\"\n"},
        {"E0110", Exit::configuration, "a plan or event does not fit into its chapter",
         "The first session is at `starts` after the chapter's start (or after the plan named by `after`), the\n"
         "others follow `every` so often; the last one must come before the chapter ends. So must events.\n\n"
         "    wrong    lasts = \"3 months\" with sessions = 20, every = \"1 week\"\n"
         "    right    lasts = \"5 months\" with sessions = 20, every = \"1 week\"\n"},
        {"E0111", Exit::configuration, "a name in a scenario is already taken",
         "Chapters and others share their names, since arms and --set point at either; arms, and the plans of\n"
         "one chapter, have names of their own. A plan without an id is called as its therapy, so of two plans\n"
         "with the same therapy one needs an id. \"as written\" is the arm without changes. The lists `knock_out`\n"
         "and `beats` name everything once.\n\n"
         "    wrong    two [[chapter.plan]] with therapy = \"parts\"\n"
         "    right    the second one with id = \"parts-again\"\n"},
        {"E0112", Exit::configuration, "a name that cannot be used",
         "Names are short words: letters of any script, digits, - and _. They become column entries, and dots\n"
         "part the words of \"together.plan\".\n\n"
         "    wrong    id = \"first love, 2nd year\"\n"
         "    right    id = \"first-love\"\n"},
        {"E0113", Exit::configuration, "a word of a scenario is not one of those accepted",
         "Therapies: talk, parts, pressure, emdr, graded closeness, corrective relationship, flooding. Others:\n"
         "caregiver, partner, therapist. Events: stressor, betrayal, break-up, new partner. Modules to knock out:\n"
         "`nearness describe knock_out`. Learners in the place of the templates: `nearness describe memory.learner`.\n"
         "Words are compared letter by letter.\n\n"
         "    wrong    therapy = \"EMDR\"\n"
         "    right    therapy = \"emdr\"\n"},
        {"E0114", Exit::configuration, "a name in a scenario refers to nothing",
         "`with` names an [others.NAME] of the same file, `after` a plan that stands above in the same chapter,\n"
         "`[record] beats` a chapter (\"together:12\": its twelfth encounter).\n\n"
         "    wrong    with = \"partner\", without [others.partner]\n"
         "    right    with = { kind = \"partner\" }, or add [others.partner]\n"},
        {"E0115", Exit::configuration, "an arm names nothing that exists, or what it may not change",
         "An arm is the same file with some values changed, lived by the same persons with the same luck. It\n"
         "names a parameter (\"memory.concentration\"), an attribute of [others.NAME] (\"partner.steady\"), what is\n"
         "knocked out (knock_out, a whole list; [] for nothing), or what belongs to a chapter: \"together.lasts\",\n"
         "\"together.plan\", \"together.with\", \"together.with.steady\", \"together.plan.parts.sessions\". A goal is\n"
         "taken from a plan with \"together.plan.parts.until\" = false. Seed and persons are the same in all arms.\n\n"
         "    wrong    set = { \"togehter.plan\" = [] }\n"
         "    right    set = { \"together.plan\" = [] }\n"},
        {"E0116", Exit::configuration, "something that takes two, in a chapter with nobody",
         "Encounters need someone to meet; a betrayal needs someone who betrays; a break-up and a new partner\n"
         "need a partner.\n\n"
         "    wrong    encounters = \"3 per week\"\n"
         "    right    encounters = \"3 per week\"\n"
         "             with = { kind = \"partner\", preset = \"ordinary\" }\n"},
        {"E0117", Exit::configuration, "more than the program can number",
         "Random draws are addressed by chapter (at most 1,024) and by moment within it (at most 4,194,303); a\n"
         "life has at most 32 others, a scenario at most 1,000 arms. Longer chapters can be split in two.\n"},
        {"E0118", Exit::configuration, "a diary chapter with something that was not recorded",
         "In a chapter with [chapter.diary] only the recorded moments happen. Encounters, plans, events and warm\n"
         "or cool days have chapters of their own, before or after it. A scenario has at most one such chapter.\n"},
        {"E0119", Exit::configuration, "two things of a scenario that do not go together",
         "A plan can wait for SUD only when its sessions process a memory (emdr). The typical path\n"
         "(deterministic = true) draws nothing, and assignment by particles is a draw: use soft or map with it. It is\n"
         "one life, the same for everybody: no --persons, and no chapter that a diary drives. A parameter of a\n"
         "learner needs that learner as memory.learner, and a learner knows no cues of a diary's own.\n\n"
         "    wrong    therapy = \"parts\"\n"
         "             until = { measure = \"sud\", below = 1 }\n"
         "    right    until = { measure = \"trust\", above = 0.6 }\n"},
        {"E0201", Exit::configuration, "a mapped column is not in the diary",
         "The mapping names a column that the header of the diary does not have. Names are compared letter\n"
         "by letter, capitals included. If the list shows one long name, the wrong delimiter was detected:\n"
         "say `delimiter` in the mapping. If it shows numbers, the diary has no header line: add one.\n"},
        {"E0202", Exit::data, "a cell that should hold a number holds something else",
         "Numbers look like 12, 3.5, -0.2 or 1e-3, with a comma for the point where the diary uses decimal\n"
         "commas. There are no thousands separators, units or percent signs: 1,234 and 80% are not numbers.\n"
         "If the text stands for \"not answered\", list it:\n\n"
         "    missing = [\"\", \"NA\", \"no answer\"]\n\n"
         "A list replaces the default, which is \"\", \"NA\" and \".\".\n"},
        {"E0203", Exit::data, "a cell holds NaN or an infinity",
         "NaN and Inf are what programs write after a computation failed, so they are never taken silently.\n"
         "If they stand for \"not answered\" in this file, list them: missing = [\"\", \"NA\", \"NaN\"].\n"},
        {"E0204", Exit::data, "an answer lies outside the scale it was recorded on",
         "`from` in the mapping is the lowest and the highest possible answer. An answer beyond it means a\n"
         "wrong `from`, a code such as -99 for \"not answered\" (list it under `missing`), or a slip in the\n"
         "diary. Without `from`, the scale is [0, 1].\n"},
        {"E0205", Exit::data, "the times of a person run backwards",
         "The rows of one person must be in the order of time; persons may be mixed. Sort the diary by\n"
         "person and time. Timestamps are local time: when summer time ends, an hour happens twice and the\n"
         "second one seems earlier. Shift those rows, or record hours since the start instead. A wrong\n"
         "`format` (day and month) looks like this too.\n"},
        {"E0206", Exit::data, "a person has two moments at the same time",
         "The model needs some time between two moments. Keep one of the rows, or give each its own time. If\n"
         "the file holds several persons, `person` in the mapping must name the column that tells them\n"
         "apart: in couples' diaries that is often not the column called \"person\", which only says which of\n"
         "the two it is.\n"},
        {"E0207", Exit::data, "a row has answers but no time",
         "Without a time the moment cannot be placed. A row in which nothing was answered may lack its time:\n"
         "it counts as a missed prompt.\n"},
        {"E0208", Exit::data, "a timestamp cannot be read",
         "`format` in [time] says the order of a date's parts: year-month-day (the default, 2024-12-31),\n"
         "day.month.year (31.12.2024) or month/day/year (12/31/2024). The parts may be separated by `-`, `.`\n"
         "or `/`. A time of day, 18:30 or 18:30:59, may follow after a blank or a T, or stand in a second\n"
         "column named by `clock`. Times are local, without a time zone: drop a final Z or +02:00. There is\n"
         "no AM and PM.\n"},
        {"E0209", Exit::data, "the diary has no rows", "There is a header and nothing below it, or nothing at all.\n"},
        {"E0210", Exit::configuration, "the mapping file is not valid TOML",
         "TOML is described at https://toml.io. Frequent slips: text without quotes, a quote that is not\n"
         "closed, a key given twice, and [outcome] written below a [[proxy]] it was not meant to follow.\n"},
        {"E0211", Exit::configuration, "unknown key in a mapping file",
         "The keys of a mapping are listed in docs/guide/diaries.md. Unknown keys are errors, since a\n"
         "mistyped `reversed` would otherwise turn a result round without a word.\n"},
        {"E0212", Exit::configuration, "a value of the wrong kind in a mapping file",
         "Texts stand in quotes, numbers and true or false do not:\n\n"
         "    column = \"accepted\"\n"
         "    from = [0, 100]\n"
         "    reversed = true\n"
         "    missing = [\"\", \"-99\"]\n"},
        {"E0213", Exit::configuration, "a mapping file lacks something it needs",
         "A mapping needs [time] with column and unit, at least one cue such as [cues.attention], and\n"
         "[outcome], because the model learns what follows from cues. The smallest mapping:\n\n"
         "    [time]\n"
         "    column = \"day\"\n"
         "    unit = \"days\"\n"
         "    [cues.closeness]\n"
         "    column = \"warmth\"\n"
         "    [outcome]\n"
         "    column = \"hurt\"\n"},
        {"E0214", Exit::configuration, "a mapping names a cue that the model does not have",
         "A diary's columns become cues of the model, which have fixed names: [cues.attention],\n"
         "[cues.closeness] and so on. Something recorded that is none of them can be an [outcome], a\n"
         "[behaviour], a [[proxy]], or a cue of your own, at most 16 of them:\n\n"
         "    [cues.tone]\n"
         "    kind = \"signal\"\n"
         "    column = \"tone\"\n\n"
         "A signal may announce pain, a context only says where and when. Without `kind` an unknown name is\n"
         "taken for a slip.\n"},
        {"E0215", Exit::configuration, "a scale in a mapping file is not a range",
         "`from` and `to` are two numbers, the lower first, for example from = [1, 7]. `to` lies within [0,\n"
         "1]. To turn a scale round, leave `from` as it is and add reversed = true.\n"},
        {"E0216", Exit::configuration, "a word or number in a mapping file is not one of those accepted",
         "delimiter: comma, tab, semicolon. decimal: point, comma. unit: seconds, minutes, hours, days,\n"
         "weeks, timestamp. format: year-month-day, day.month.year, month/day/year. lead: 0 to 1000 prompts.\n"
         "within_days: above 0. kind of a cue of your own: signal, context. There are at most 16 of those, and\n"
         "at most 1,000 [[secondary]] and as many [[proxy]].\n"},
        {"E0217", Exit::configuration, "a name in a mapping file is already taken",
         "The `name` of a [[secondary]] or [[proxy]], and the NAME of a cue of your own in [cues.NAME], is\n"
         "shown in outputs, so it must differ from the others, from the model's cues, and from outcome and\n"
         "behaviour. A cue of the model takes no `kind`: the model knows which of its cues are signals.\n"},
        {"E0218", Exit::data, "a row has more or fewer cells than the header",
         "Often a comma or a semicolon within a text: put that cell in quotes, \"tired, sad\". Or decimal\n"
         "commas in a file whose cells are separated by commas: export it with semicolons.\n"},
        {"E0219", Exit::data, "the quotes of a cell do not match",
         "A cell that begins with a quote ends with one, directly before the delimiter or the line end. A\n"
         "quote within it is written twice: \"she said \"\"no\"\"\".\n"},
        {"E0220", Exit::configuration, "a mapped column name occurs more than once in the diary",
         "It is not clear which of the columns is meant. Rename one of them in the diary's header.\n"},
        {"E0221", Exit::data, "a row does not say whose it is",
         "`person` in the mapping names a column that every row with a time or an answer must fill in.\n"},
        {"E0222", Exit::data, "a person is in two groups",
         "`group` in the mapping names something constant for a person, such as the couple or the condition.\n"},
        {"E0301", Exit::no_input, "a file cannot be opened",
         "There is no file at this path, it is a folder, or its permissions forbid reading it. Relative\n"
         "paths start at the folder the program was called from. A path with a blank in it needs quotes in\n"
         "the shell.\n"},
        {"E0302", Exit::data, "a file is empty", "The file exists and holds nothing, or only a byte order mark.\n"},
        {"E0303", Exit::data, "a file is not UTF-8 text",
         "Either it is no text at all (a spreadsheet such as .xlsx is not: export it as CSV), or its letters\n"
         "are encoded in an older way, in which an é or ü is one byte. Save it as UTF-8; on a command line:\n\n"
         "    iconv -f WINDOWS-1252 -t UTF-8 diary.csv > diary_utf8.csv\n"},
        {"E0304", Exit::cannot_create, "results cannot be put where they should go",
         "The output folder cannot be made, is a file, or does not let you write into it. Or it holds a folder\n"
         "or one of the run's own inputs under the name of a result, such as diary.csv. Or another run is\n"
         "writing there: a run locks its folder until it ends, so wait for it, or end it. The lock goes with the\n"
         "process; there is no file to remove.\n"
         "Name another one with `--out DIR`. Nothing was simulated yet.\n"},
        {"E0305", Exit::io_error, "a result file could not be completed",
         "The disk is full, a limit on file size was met, or the folder went away during the run.\n"
         "Results are written under temporary names and renamed at the end: what was there before is still there,\n"
         "and nothing half-written is left. Free some space, or record less: `[record] persons = 4` in the "
         "scenario.\n"},
        {"E0309", Exit::cannot_create, "a file that is already there would be overwritten",
         "`nearness new` and `nearness scenarios copy` write new files only. Choose another name or folder:\n\n"
         "    nearness new another-life\n"
         "    nearness scenarios copy essay copies\n\n"
         "Nothing was written, not even the files that were not in the way.\n"},
        {"E0311", Exit::data, "a file is not a run of nearness",
         "`nearness merge` and `nearness rerun` take a run.nc that `nearness run` wrote, or the folder in which it\n"
         "lies. Other files, NetCDF files of other programs, and runs of earlier versions lack what they need: the\n"
         "scenario's text, which persons were lived, and what was set on the command line.\n"},
        {"E0312", Exit::data, "a run.nc is damaged or incomplete",
         "The file begins as it should and cannot be read to its end, or holds what no run can have written. A copy\n"
         "that was broken off looks like this. `nearness run` never leaves half a file: results get their name when\n"
         "they are complete.\n"},
        {"E0313", Exit::data, "a run was made by another version",
         "The promise of the same bytes holds within one version: another may number draws or compute a sum in\n"
         "another way. Use the version that the run names, or run it again with this one.\n"},
        {"E0314", Exit::data, "runs that are not parts of one",
         "`nearness merge` puts together shards: runs of the same scenario with the same seed and the same settings\n"
         "by the same version, each for a range of persons. The ranges follow each other without a gap, and nobody\n"
         "is in two of them. The order in which they are named does not matter.\n\n"
         "    nearness run life.toml --persons 1..500    --out first\n"
         "    nearness run life.toml --persons 501..1000 --out second\n"
         "    nearness merge first second --out whole\n"},
        {"E0315", Exit::data, "a diary is not the one of the run",
         "run.nc holds a fingerprint of the diary that drove the run and the text of its mapping, but not the diary:\n"
         "a run is passed on more freely than what persons recorded. `--data FILE` must name the same file, to the\n"
         "byte.\n"},
        {"E0316", Exit::data, "a run that was repeated came out with other bytes",
         "The scenario, seed and settings in run.nc did not give the same run.nc again, although the version is the\n"
         "same. Something that should not matter did: another NetCDF or HDF5 library writes the same numbers in\n"
         "another order of bytes; numbers that differ are a fault of nearness, please report it.\n"},
        {"E0401", Exit::configuration, "an evidence file is not valid TOML",
         "The files of the folder evidence/ are TOML, described at https://toml.io; what stands in them is said at "
         "the\n"
         "head of src/nearness/io/evidence_file.hpp. The program carries those of its own build.\n"},
        {"E0402", Exit::configuration, "a value of the wrong kind in an evidence file",
         "Texts stand in quotes, numbers do not, lists in brackets.\n\n"
         "    wrong    value = \"-0.08\"\n"
         "    right    value = -0.08\n"},
        {"E0403", Exit::configuration, "unknown key in an evidence file",
         "A file has a theme and rows, each below a [[row]] of its own. A mistyped key would otherwise be something\n"
         "known that is silently not said.\n\n"
         "    wrong    persons = 719\n"
         "    right    people = 719\n"},
        {"E0404", Exit::configuration, "an evidence file lacks something it needs",
         "A row has an id, a statement, a design, a flag and a source; a grade unless it is an assumption; a measure "
         "if\n"
         "it has a number. The smallest:\n\n"
         "    [[row]]\n"
         "    id = \"edge-from-onset\"\n"
         "    statement = \"The closeness at which a child was hurt becomes the adult's edge.\"\n"
         "    design = \"assumption\"\n"
         "    flag = \"novel\"\n"
         "    source = \"the essay\"\n"},
        {"E0405", Exit::configuration, "a number of an evidence file cannot be",
         "A correlation lies between -1 and 1, a percentage between 0 and 100; claims are numbered 1 to 44; NaN and\n"
         "infinity are no findings.\n\n"
         "    wrong    value = 20, measure = \"r\"\n"
         "    right    value = 0.20\n"},
        {"E0406", Exit::configuration, "an id of a row of evidence is taken or cannot be used",
         "Ids are what the report, the documents and people refer to: small letters, digits and -, at most 40, and no "
         "two\n"
         "rows of all files share one.\n\n"
         "    wrong    id = \"Psychoeducation alone\"\n"
         "    right    id = \"psychoeducation-alone\"\n"},
        {"E0407", Exit::configuration, "a word of an evidence file is not one of those accepted",
         "Measures, designs, grades and flags come from short lists, which the message shows; they are compared letter "
         "by\n"
         "letter.\n\n"
         "    wrong    flag = \"disputed\"\n"
         "    right    flag = \"contested\"\n"},
        {"E0408", Exit::configuration, "two things of a row of evidence that do not go together",
         "An interval contains its value; a range stands where there is no one value; no claim is both supported and\n"
         "contested. What only speaks against the model is flagged contested, and what is graded D is not flagged\n"
         "supported. An assumption has neither grade nor numbers.\n\n"
         "    wrong    value = 0.93, interval = [0.1, 0.9]\n"
         "    right    value = 0.93, interval = [0.67, 1.18]\n"},
        {"E0601", Exit::usage, "a column that cannot be used as it was named",
         "`--cues`, `--category`, `--outcome`, `--subject`, `--time`, `--avoided`, `--inhibition`, `--learning` and\n"
         "`--scale` name columns of the trials, letter by letter; each column means one thing. A level of a category "
         "is\n"
         "a cue called as the level, so it must not be called as another cue.\n\n"
         "    nearness learn --model rescorla-wagner --trials trials.csv --cues light,tone --outcome shock\n"},
        {"E0602", Exit::data, "trials without an outcome column",
         "The outcome is the column called `outcome` or `us`, in any capitals, or the one that `--outcome` names. If "
         "there\n"
         "is both, say which. Single outcomes may be missing: they were not recorded, and teach nothing.\n"},
        {"E0603", Exit::data, "a cell of recorded trials does not hold what it should",
         "Cues, outcomes, times and strengths are plain numbers, with one kind of decimal in a file and no thousands\n"
         "separators; NaN and Inf are what programs write after a computation failed, so they are never taken "
         "silently.\n"
         "`avoided` and `learning` hold 1 or 0, `avoided` also \"unavailable\". Empty cells, NA and . stand for \"not\n"
         "recorded\"; for others say so: --missing -99. A column of words can be cues: --category stimulus.\n"},
        {"E0604", Exit::data, "the trials of a subject run backwards in time",
         "The rows of a subject are in the order of time; several may be at the same time. A count that begins anew "
         "in\n"
         "each block looks like this too: go by the order of rows with --by-row, or name another column with --time. "
         "So\n"
         "does a file of several subjects whose column is not known: name it with --subject.\n"},
        {"E0605", Exit::data, "the rows of two subjects are mixed",
         "Every subject begins anew, and the result has the rows of the file in their order. So the rows of each "
         "subject\n"
         "stand together: sort the file by subject, then by time. Ids that are used again, as one for each of two\n"
         "groups, look like this too: give each subject an id of its own.\n"},
        {"E0606", Exit::data, "more cues than a learner can hold",
         "Cues and outcomes together are at most 32, for the templates of the theory the cues at most 16. Each level "
         "of\n"
         "a category is one. A number with many values is one cue with --cues, not a category.\n"},
        {"E0607", Exit::data, "a cue or an outcome that is no share, for a learner that takes shares",
         "Latent causes take features that are there (1), are not (0), or are to a degree in between; the "
         "hierarchical\n"
         "Gaussian filter such an outcome; templates both. Give the ends of another scale, 0 first:\n\n"
         "    nearness learn --model template-memory --trials trials.csv --cues size --scale size=50..120\n"},
        {"E0608", Exit::data, "a row of trials that does not say whose or when it was",
         "Where there is a column of subjects or of time, every row fills it in. --by-row goes by the order of rows\n"
         "instead of a time.\n"},
        {"E0609", Exit::data, "more trials of one subject than a learner can remember",
         "Memory modification with hard assignment remembers each trial one by one, at most 2,048 of a subject; the "
         "soft\n"
         "version (soft-memory-modification) any number. The particle filter counts to 65,535.\n"},
        {"E0610", Exit::data, "a file of trials without rows",
         "There is a header and nothing below it: no trial to learn from.\n"},
        {"E0611", Exit::usage, "there is no such learner",
         "`nearness describe learners` lists them. Names are in small letters, with a dash between words:\n\n"
         "    nearness learn --model rescorla-wagner --trials trials.csv\n"},
        {"E0612", Exit::usage, "settings and trials that a learner cannot take together",
         "Each is in its range, but not together: particles, causes and cues that would need too much room, times "
         "that\n"
         "span more than a learner's time scale can cover, or an assignment that exists in lives only.\n"},
        {"E0613", Exit::data, "two columns of the result would have one name",
         "Results have columns such as prediction, response and associability_A; names of subjects, times and cues "
         "come\n"
         "from the trials. Rename a column of the trials.\n"},
        {"E0701", Exit::configuration, "the notation of a design is not understood",
         "A group of an experiment is a line of trials: how many, of which stimuli, what follows what. docs/guide has "
         "the\n"
         "grammar (experiments.md); `A` is a stimulus, `(US)` one with a longer name, `>` what comes after, `#` a "
         "test:\n\n"
         "    20A>(US) | 24 h | 20A#          pairings, a day, tests\n"
         "    !10A>(US):50%/10B @ 2 min       in random order, half of A reinforced, every two minutes\n"
         "    [X]20A>(US) | [Y]20A | [X]5#A   in two contexts\n\n"
         "    wrong    20A+ | 20A-\n"
         "    right    20A>(US) | 20A\n"},
        {"E0702", Exit::configuration, "a design that lacks something as a whole",
         "Something has to be predicted, and something has to predict it. Outcomes are the stimuli called US, US1, "
         "US2,\n"
         "or those that `outcomes` (in a file) or --outcome name; all others are cues. Groups share their stimuli, at "
         "most\n"
         "32 together, contexts among them.\n\n"
         "    wrong    20A>(shock)\n"
         "    right    20A>(shock)    with --outcome shock\n"},
        {"E0703", Exit::configuration, "a parameter that no learner of the experiment has",
         "A key is a parameter, or learner.parameter, or either with a stimulus behind it: alpha, "
         "rescorla-wagner.alpha,\n"
         "salience.A. Without a learner it holds for all that have such a parameter. `nearness describe NAME` lists "
         "the\n"
         "parameters of a learner.\n"},
        {"E0704", Exit::configuration, "a learner that cannot take the design",
         "Templates know at most 16 cues, memory modification 2,048 trials; learners of shares take no intensity above "
         "1;\n"
         "particles, causes and stimuli must fit together. The other learners may take the same design.\n"},
        {"E0705", Exit::configuration, "a parameter that cannot differ between subjects in this way",
         "`spread` is the standard deviation of a parameter over simulated subjects, on the scale of its prior: 0.1 "
         "for\n"
         "about 10 % on the log scale. It is for numbers, not for counts or words, and for all stimuli of a "
         "subject.\n\n"
         "    wrong    [spread]\n"
         "             salience.A = 0.1\n"
         "    right    [spread]\n"
         "             salience = 0.1\n"},
        {"E0801", Exit::configuration, "a claim about what is not there",
         "A claim names measures, arms, chapters and people: they have to exist, measures in the vocabulary\n"
         "(`nearness describe measures`) or below [measures], the others in the life that the claim is about.\n"},
        {"E0802", Exit::configuration, "an expectation that does not fit its effect",
         "Each effect says what it needs: a difference something to compare with (against, against_at, against_arms), "
         "a\n"
         "correlation a second measure (with), a share a value (beyond), each of them a bound (at_least, at_most, "
         "within).\n"
         "\n    wrong    effect = \"difference\"\n             arms = [\"avoidant\"]\n"
         "    right    effect = \"difference\"\n             arms = [\"avoidant\"]\n             against_arms = "
         "[\"secure\"]\n"},
        {"E0803", Exit::configuration, "a journal of another sweep",
         "regions and knockouts write each run into a journal in their folder and go on with it when they are called\n"
         "again. Its runs have to be of the same claims, lives, persons and program.\n"},
        {"E0901", Exit::our_bug, "a fault of nearness itself",
         "This is not your doing. Please report the command line, the scenario file and the message.\n"},
    };
    return entries;
}

const CatalogueEntry* find_in_catalogue(std::string_view code) {
    for (const CatalogueEntry& entry : catalogue()) {
        if (entry.code == code) return &entry;
    }
    return nullptr;
}

}  // namespace nearness
