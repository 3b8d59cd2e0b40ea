#include "nearness/io/run_reader.hpp"

#include "nearness/base/problem.hpp"
#include "nearness/io/netcdf_file.hpp"
#include "nearness/io/netcdf_reading.hpp"
#include "nearness/io/output_folder.hpp"
#include "nearness/io/row_group.hpp"
#include "nearness/io/text_file.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <fstream>
#include <optional>

namespace nearness::io {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void throw_not_a_run(const fs::path& path, const std::string& message, const std::string& remedy) {
    Problems problems;
    problems.add("E0311", {.file = path.string(), .text = {}}, message, remedy);
    problems.throw_if_any();
    throw Bug("unreachable");
}

// NetCDF-4 files are HDF5 files, and HDF5 is asked to open them only if they look like one.
bool looks_like_netcdf(const fs::path& path) {
    constexpr std::array<char, 8> signature = {'\x89', 'H', 'D', 'F', '\r', '\n', '\x1a', '\n'};
    std::array<char, 8> begin{};
    std::ifstream stream(path, std::ios::binary);
    stream.read(begin.data(), begin.size());
    return stream.gcount() == begin.size() && begin == signature;
}

// A run that was killed while it put its results there counts: its run.nc is the one that is read.
fs::path file_at(const fs::path& path) {
    std::error_code error;
    const fs::path file = fs::is_directory(path, error) ? path / "run.nc" : path;
    if (file.filename() == "run.nc") finish_interrupted_commit(file.has_parent_path() ? file.parent_path() : ".");
    check_file_is_there(file.string());
    if (!looks_like_netcdf(file)) throw_not_a_run(file, "this is not a NetCDF-4 file", "name a run.nc, or its folder");
    return file;
}

// What a file says that no run can have written.
struct Impossible {
    std::string what;
};

void expect(bool holds, const char* what) {
    if (!holds) throw Impossible{what};
}

bool within(int index, std::size_t size) { return index >= 0 && static_cast<std::size_t>(index) < size; }

}  // namespace

// One pass over the file.
struct RunReader::Content {
    explicit Content(const fs::path& path) : file(NetcdfFile::read(path.string())) {}
    NetcdfFile file;
};

namespace {

class Pass {
public:
    Pass(const netCDF::NcGroup& file, const RunHeader& header, const engine::RunPlan& plan)
        : header_(header),
          plan_(plan),
          names_(RunNames::of(plan)),
          block_(persons_a_block(names_.arms.size(), names_.chapters.size())),
          curves_(file),
          moments_(file),
          beats_(file),
          sessions_(file),
          events_(file),
          templates_(file),
          diary_(file),
          failures_(file) {
        const auto has = [&](const char* name, std::size_t size) {
            const netCDF::NcDim dimension = file.getDim(name);
            expect(!dimension.isNull() && dimension.getSize() == size, "its sizes are not those of its scenario");
        };
        has("arm", names_.arms.size());
        has("chapter", names_.chapters.size());
        has("person", static_cast<std::size_t>(header.persons));
        if (!names_.study_cues.empty()) {
            has("study_cue", names_.study_cues.size());
        } else {
            expect(file.getDim("study_cue").isNull(), "it has cues that its mapping does not name");
        }
        expect(file.getGroup(GoalRecord::group).isNull() != names_.goals,
               "its plans and its goals do not belong together");
        if (names_.goals) goals_.emplace(file);
        for (const std::string& name : names_.quantities) {
            const netCDF::NcVar variable = file.getVar(name);
            expect(!variable.isNull() && variable.getDimCount() == 3 && variable.getType() == netCDF::ncDouble,
                   "a variable over arm, person and chapter is not there");
            keep_unpacked(variable, 0);
            summaries_.push_back({variable, {}});
        }
        for (std::size_t a = 0; a < plan.arms.size(); ++a) {
            departs_.push_back(a == 0 ? 0 : engine::departure(plan, a));
        }
        std::string text;
        file.getAtt("numerical_failures").getValues(text);
        const auto result = std::from_chars(text.data(), text.data() + text.size(), failures_in_all_);
        expect(result.ec == std::errc(), "the number of numerical failures is not one");
    }

    void read(const std::function<void(engine::PersonResult&&)>& receive) {
        std::size_t failed = 0;
        for (int i = 0; i < header_.persons; ++i) {
            if (i % block_ == 0) read_summaries(i);
            engine::PersonResult person = read_person(i);
            failed += person.failures.size();
            if (i + 1 == header_.persons) {
                expect(failed <= failures_in_all_ && curves_.at_end() && moments_.at_end() && beats_.at_end() &&
                           sessions_.at_end() && (!goals_ || goals_->at_end()) && events_.at_end() &&
                           templates_.at_end() && diary_.at_end() && failures_.at_end(),
                       "it has rows that belong to nobody");
                person.failures_not_listed = failures_in_all_ - failed;
            }
            receive(std::move(person));
        }
    }

private:
    // [column][arm][person of the block][chapter]
    void read_summaries(int first) {
        const auto persons = static_cast<std::size_t>(std::min(block_, header_.persons - first));
        for (Column& column : summaries_) {
            column.values.resize(names_.arms.size() * in_arm());
            for (std::size_t a = 0; a < names_.arms.size(); ++a) {
                column.variable.getVar({a, static_cast<std::size_t>(first), 0}, {1, persons, names_.chapters.size()},
                                       column.values.data() + a * in_arm());
            }
        }
    }

    std::size_t in_arm() const { return static_cast<std::size_t>(block_) * names_.chapters.size(); }

    life::Summary summary(int i, std::size_t a, std::size_t c) const {
        life::Summary summary;
        std::size_t at = 0;
        life::Summary::describe(summary, [&](const life::Column&, double& value) {
            const std::size_t place = static_cast<std::size_t>(i % block_) * names_.chapters.size() + c;
            value = summaries_[at++].values[a * in_arm() + place];
        });
        return summary;
    }

    // The rows of this person and arm, which come in that order.
    template <class Record, class Take>
    void rows(RowReader<Record>& reader, int person, std::size_t arm, Take&& take) {
        for (const Record* row = reader.at_hand(); row != nullptr; row = reader.at_hand()) {
            if (row->place.person != person || row->place.arm != static_cast<int>(arm)) return;
            expect(within(row->place.chapter, names_.chapters.size()), "a row names a chapter that is not there");
            take(*row);
            reader.advance();
        }
    }

    engine::PersonResult read_person(int i) {
        engine::PersonResult result;
        result.person = header_.first_person + i;
        for (std::size_t a = 0; a < names_.arms.size(); ++a) result.arms.push_back(read_arm(result, i, a));
        for (const FailureRecord* row = failures_.at_hand(); row != nullptr && row->place.person == result.person;
             row = failures_.at_hand()) {
            expect(within(row->place.arm, names_.arms.size()) && within(row->place.chapter, names_.chapters.size()) &&
                       within(row->quantity, names_.quantities.size()),
                   "a numerical failure is nowhere");
            result.failures.push_back({result.person, names_.arms[static_cast<std::size_t>(row->place.arm)],
                                       names_.chapters[static_cast<std::size_t>(row->place.chapter)],
                                       names_.quantities[static_cast<std::size_t>(row->quantity)], row->value});
            failures_.advance();
        }
        return result;
    }

    engine::ArmResult read_arm(const engine::PersonResult& so_far, int i, std::size_t a) {
        engine::ArmResult arm;
        arm.departs = departs_[a];
        const int person = so_far.person;
        for (std::size_t c = 0; c < names_.chapters.size(); ++c) arm.chapters.push_back(summary(i, a, c));
        if (a > 0 && plan_.is_recorded(person) && plan_.record.curves) {
            const auto& first = so_far.arms.front().curves;
            expect(first.size() >= static_cast<std::size_t>(arm.departs), "threat curves are missing");
            arm.curves.assign(first.begin(), first.begin() + arm.departs);
        }
        rows(curves_, person, a, [&](const CurveRecord& row) {
            expect(row.place.chapter == static_cast<int>(arm.curves.size()), "threat curves are out of order");
            arm.curves.push_back(row.predicted);
        });
        rows(moments_, person, a, [&](const MomentRecord& row) {
            expect(within(row.row.meeting.strategy, protection::strategies), "a strategy is not one");
            arm.moments.push_back(row.row);
            arm.moments.back().chapter = row.place.chapter;
            arm.moments.back().number = row.number - 1;
        });
        rows(beats_, person, a, [&](const BeatRecord& row) {
            arm.beats.push_back(row.row);
            arm.beats.back().chapter = row.place.chapter;
            arm.beats.back().number = row.number - 1;
            arm.beats.back().now.number = row.beat - 1;
        });
        rows(sessions_, person, a, [&](const SessionRecord& row) {
            expect(within(row.plan, names_.plans.size()) && within(row.therapy, therapy::names.size()),
                   "a session is of no plan");
            arm.sessions.push_back(row_of(row, names_));
        });
        if (goals_) {
            rows(*goals_, person, a, [&](const GoalRecord& row) {
                expect(within(row.plan, names_.plans.size()), "a goal is of no plan");
                arm.goals.push_back(row_of(row, plan_.arms[a].scenario, names_));
                expect(arm.goals.back().plan >= 0, "a goal is of no plan");
            });
        }
        rows(events_, person, a, [&](const EventRecord& row) {
            expect(within(row.kind, life::event_names.size()), "an event is of no kind");
            arm.events.push_back({row.place.chapter, row.age, life::event_names[static_cast<std::size_t>(row.kind)]});
        });
        rows(templates_, person, a, [&](const TemplateRecord& row) { arm.templates.push_back(row_of(row, names_)); });
        rows(diary_, person, a, [&](const DiaryRecord& row) { arm.recorded.push_back(row_of(row, names_)); });
        return arm;
    }

    struct Column {
        netCDF::NcVar variable;
        std::vector<double> values;
    };

    const RunHeader& header_;
    const engine::RunPlan& plan_;
    RunNames names_;
    int block_;  // persons
    RowReader<CurveRecord> curves_;
    RowReader<MomentRecord> moments_;
    RowReader<BeatRecord> beats_;
    RowReader<SessionRecord> sessions_;
    std::optional<RowReader<GoalRecord>> goals_;  // none in scenarios without
    RowReader<EventRecord> events_;
    RowReader<TemplateRecord> templates_;
    RowReader<DiaryRecord> diary_;
    RowReader<FailureRecord> failures_;
    std::vector<Column> summaries_;
    std::vector<int> departs_;
    std::size_t failures_in_all_ = 0;
};

}  // namespace

RunReader::RunReader(const fs::path& path) : path_(file_at(path)) {
    try {
        reading(path_, [&] {
            content_ = std::make_unique<Content>(path_);
            header_ = get_header(content_->file.root());
        });
    } catch (const NotARun& not_a_run) {
        throw_not_a_run(path_,
                        fmt::format("this NetCDF file does not say its `{}` as runs of nearness do", not_a_run.missing),
                        "another program or an earlier version of nearness made it");
    }
}

RunReader::~RunReader() = default;
RunReader::RunReader(RunReader&&) noexcept = default;
RunReader& RunReader::operator=(RunReader&&) noexcept = default;

void RunReader::read(const engine::RunPlan& plan, const std::function<void(engine::PersonResult&&)>& receive) const {
    try {
        std::unique_ptr<Pass> pass;
        reading(path_, [&] { pass = std::make_unique<Pass>(content_->file.root(), header_, plan); });
        reading(path_, [&] { pass->read(receive); });
    } catch (const Impossible& impossible) {
        throw_damaged(path_, impossible.what);
    }
}

}  // namespace nearness::io
