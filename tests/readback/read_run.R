# Reads run.nc as a user of R does: ncdf4, nothing of nearness.
#
#     Rscript read_run.R PROGRAM    runs small.toml in a temporary folder and reads every variable of what came out
suppressPackageStartupMessages(library(ncdf4))

arguments <- commandArgs(trailingOnly = FALSE)
script <- sub("^--file=", "", grep("^--file=", arguments, value = TRUE))
program <- normalizePath(commandArgs(trailingOnly = TRUE)[1])
here <- dirname(normalizePath(script))
lived <- function(scenario, name) {
    folder <- file.path(tempdir(), name)
    stopifnot(system2(program, shQuote(c("run", scenario, "--quiet", "--out", folder))) == 0)
    folder
}

folder <- lived(file.path(here, "small.toml"), "run")
run <- nc_open(file.path(folder, "run.nc"))
units <- c("1", "s", "days", "years")
read <- list()
for (name in names(run$var)) {
    variable <- run$var[[name]]
    stopifnot(nzchar(variable$longname), variable$longname != name)
    is_name <- grepl("_(id|name)$", name)
    if (!is_name && !variable$units %in% units) stop(name, " has the units ", variable$units)
    if (grepl("^(diary|beat|failure)/", name)) next  # have no rows here
    read[[name]] <- ncvar_get(run, name, collapse_degen = FALSE)
}

# R turns dimensions round: (arm, person, chapter) of the file is [chapter, person, arm] here.
stopifnot(identical(dim(read[["edge"]]), c(3L, 4L, 2L)))
stopifnot(identical(as.vector(read[["arm_id"]]), c("as written", "emdr")))
stopifnot(identical(as.vector(read[["chapter_id"]]), c("childhood", "quiet", "together")))
rows <- c(curve = 16, moment = 4 * (104 + 26 + 26), session = 20, event = 8)
for (group in names(rows)) stopifnot(length(read[[paste0(group, "/person_index")]]) == rows[[group]])
for (group in c("curve", "moment", "session", "event", "template")) {
    stopifnot(range(read[[paste0(group, "/person_index")]]) == c(0, 3))
}
stopifnot(identical(dim(read[["session/sud"]]), c(10L, 20L)))
stopifnot(dim(read[["template/prototype"]])[1] == 9, dim(read[["template/weight"]])[1] == 5)
stopifnot(nchar(ncatt_get(run, 0, "plan_hash")$value) == 16, ncatt_get(run, 0, "seed")$value == "7")

# The mean edge of the last chapter as written, against the text of summary.json.
edge <- mean(read[["edge"]][3, , 1])
summary <- paste(readLines(file.path(folder, "summary.json"), encoding = "UTF-8"), collapse = "\n")
arm <- regmatches(summary, regexpr('"id": "as written".*?"id": "together".*?"edge": \\{.*?"mean": [-0-9.e]+', summary, perl = TRUE))
written <- as.numeric(sub('.*"mean": ', "", arm))
stopifnot(is.finite(edge), abs(edge - written) < 1e-12)
stopifnot(all(is.na(read[["protective_use"]][2, , ])), !anyNA(read[["moment/pain"]]))
nc_close(run)

run <- nc_open(file.path(lived(file.path(here, "../../scenarios/made_up_diary.toml"), "diary"), "run.nc"))
cues <- ncvar_get(run, "diary/cues")
stopifnot(dim(cues)[1] == 9, dim(cues)[2] == length(ncvar_get(run, "diary/person_index")), dim(cues)[2] > 100)
stopifnot(!anyNA(ncvar_get(run, "diary/predicted_pain")), length(ncvar_get(run, "person_id")) == 4)
nc_close(run)

run <- nc_open(file.path(lived(file.path(here, "../../scenarios/made_up_conditioning.toml"), "own"), "run.nc"))
stopifnot(ncvar_get(run, "study_cue_name") == c("tone", "light", "room"))
stopifnot(ncvar_get(run, "study_cue_kind") == c("signal", "signal", "context"))
cues <- ncvar_get(run, "diary/study_cues")
stopifnot(dim(cues)[1] == 3, dim(cues)[2] == length(ncvar_get(run, "diary/person_index")), cues %in% c(0, 1))
stopifnot(is.na(ncvar_get(run, "template/study_weight")[3, ]), !anyNA(ncvar_get(run, "template/study_prototype")))
nc_close(run)
cat(sprintf("OK: %d variables of run.nc read with ncdf4, edge %.3f\n", length(read), edge))
