#include "nearness/io/run_file.hpp"

#include "nearness/io/netcdf_guard.hpp"
#include "nearness/io/row_group.hpp"
#include "nearness/io/run_header.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace nearness::io {

namespace {

using netCDF::NcDim;
using netCDF::NcVar;

void put_names(const netCDF::NcGroup& group, const std::string& name, const NcDim& dimension, const char* says,
               const std::vector<std::string>& values) {
    const NcVar variable = group.addVar(name, netCDF::ncString, dimension);
    variable.putAtt("long_name", says);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const char* text = values[i].c_str();
        variable.putVar({i}, {1}, &text);
    }
}

template <class Names>
std::vector<std::string> strings(const Names& names) {
    return {names.begin(), names.end()};
}

}  // namespace

struct RunFile::Writer {
    Writer(const std::string& path, const engine::RunPlan& plan, const Provenance& provenance)
        : netcdf(NetcdfFile::create(path)),
          file(netcdf.root()),
          plan_(plan),
          names(RunNames::of(plan)),
          block(static_cast<std::size_t>(persons_a_block(names.arms.size(), names.chapters.size()))),
          curves(file),
          moments(file),
          beats(file),
          sessions(file),
          events(file),
          templates(file),
          diary(file),
          failures(file) {
        if (names.goals) goals.emplace(file);
        put_header(file, plan, provenance);
        arm = file.addDim("arm", names.arms.size());
        person = file.addDim("person", static_cast<std::size_t>(plan.persons));
        chapter = file.addDim("chapter", names.chapters.size());
        const NcDim cue = file.addDim("cue", memory::EncounterCues::all);
        file.addDim("signal", memory::EncounterCues::signals);
        put_names(file, "arm_id", arm, "arm; the first is the file as written", names.arms);
        put_names(file, "chapter_id", chapter, "chapter", names.chapters);
        put_names(file, "cue_name", cue, "cue", strings(memory::EncounterCues::names));
        put_study_cues();
        put_persons();
        declare_summaries();
        declare_rows();
    }

    // Files whose diary names no cues of its own do not have them.
    void put_study_cues() {
        if (names.study_cues.empty()) return;
        const NcDim study_cue = file.addDim("study_cue", names.study_cues.size());
        std::vector<std::string> name, kind;
        for (const engine::StudyCue& cue : names.study_cues) {
            name.push_back(cue.name);
            kind.emplace_back(cue.signal ? "signal" : "context");
        }
        put_names(file, "study_cue_name", study_cue, "cue of the study's own", name);
        put_names(file, "study_cue_kind", study_cue, "its kind: signal or context", kind);
    }

    void put_persons() {
        const NcVar number = file.addVar("person", netCDF::ncInt, person);
        describe_variable(number, "1", "person, from 0 in the whole ensemble");
        std::vector<int> numbers(person.getSize());
        std::iota(numbers.begin(), numbers.end(), plan_.first_person);
        number.putVar(numbers.data());
        if (plan_.diary.empty()) return;
        std::vector<std::string> ids;
        for (const int i : numbers) ids.push_back(plan_.diary[static_cast<std::size_t>(i)].id);
        put_names(file, "person_id", person, "person of the diary", ids);
    }

    void declare_summaries() {
        life::Summary pattern;
        const std::vector<std::size_t> chunks = {1, std::min<std::size_t>(block, person.getSize()),
                                                 names.chapters.size()};
        life::Summary::describe(pattern, [&](const life::Column& column, double&) {
            NcVar variable = file.addVar(std::string(column.name), netCDF::ncDouble, {arm, person, chapter});
            std::vector<std::size_t> sizes = chunks;
            variable.setChunking(NcVar::nc_CHUNKED, sizes);
            variable.setCompression(true, true, 1);
            keep_unpacked(variable, chunks[1] * chunks[2] * sizeof(double));
            describe_variable(variable, column.unit, column.says);
            summaries.push_back({variable, {}});
        });
        summary_buffer.resize(names.arms.size());
    }

    void declare_rows() {
        const NcDim closeness = curves.group().addDim("closeness", world::curve_points);
        const NcVar axis = curves.group().addVar("closeness", netCDF::ncDouble, closeness);
        describe_variable(axis, "1", "closeness");
        std::vector<double> grid;
        for (int i = 0; i < world::curve_points; ++i) grid.push_back(world::Measures<double>::closeness_at(i));
        axis.putVar(grid.data());
        curves.declare();
        moments.declare();
        put_index(moments.group(), "strategy", "protective strategy", strings(protection::strategy_names));
        beats.declare();
        sessions.group().addDim("set", therapy::sets_per_session);
        sessions.declare();
        put_index(sessions.group(), "therapy", "therapy", strings(therapy::names));
        constexpr const char* plan_says = "plan, by its id in the scenario";
        if (!names.plans.empty()) put_index(sessions.group(), "plan", plan_says, names.plans);
        if (goals) {
            goals->declare();
            put_index(goals->group(), "plan", plan_says, names.plans);
        }
        events.declare();
        put_index(events.group(), "kind", "kind of event", strings(life::event_names));
        templates.declare();
        diary.declare();
        failures.declare();
        put_index(failures.group(), "quantity", "quantity", names.quantities);
    }

    static void put_index(const netCDF::NcGroup& group, const std::string& of, const char* says,
                          const std::vector<std::string>& values) {
        put_names(group, of + "_name", group.addDim(of + "_index", values.size()), says, values);
    }

    void add(const engine::PersonResult& result) {
        for (std::size_t a = 0; a < result.arms.size(); ++a) {
            const engine::ArmResult& one = result.arms[a];
            for (const life::Summary& summary : one.chapters) summary_buffer[a].push_back(summary);
            const auto put = [&](auto& rows, auto record, int at_chapter) {
                record.place = {result.person, static_cast<int>(a), at_chapter};
                rows.add(record);
            };
            for (std::size_t c = static_cast<std::size_t>(one.departs); c < one.curves.size(); ++c) {
                put(curves, CurveRecord{{}, one.curves[c]}, static_cast<int>(c));
            }
            for (const auto& row : one.moments) put(moments, MomentRecord{{}, row.number + 1, row}, row.chapter);
            for (const auto& row : one.beats)
                put(beats, BeatRecord{{}, row.number + 1, row.now.number + 1, row}, row.chapter);
            for (const auto& row : one.sessions) put(sessions, record_of(row, names), row.chapter);
            for (const auto& row : one.goals) put(*goals, record_of(row, plan_.arms[a].scenario, names), row.chapter);
            for (const auto& row : one.events) {
                const auto kind = std::find(life::event_names.begin(), life::event_names.end(), row.kind);
                put(events, EventRecord{{}, row.age, static_cast<int>(kind - life::event_names.begin())}, row.chapter);
            }
            for (const auto& row : one.templates) put(templates, record_of(row, names), row.chapter);
            for (const auto& row : one.recorded) put(diary, record_of(row, names), row.chapter);
        }
        for (const engine::Failure& failure : result.failures) add_failure(failure);
        failed += result.failures_not_listed;
        if (++buffered == block) flush_summaries();
    }

    void add_failure(const engine::Failure& failure) {
        if (++failed > engine::Failures::most) return;
        const auto index = [](const std::vector<std::string>& all, const std::string& name) {
            return static_cast<int>(std::find(all.begin(), all.end(), name) - all.begin());
        };
        failures.add({{failure.person, index(names.arms, failure.arm), index(names.chapters, failure.chapter)},
                      index(names.quantities, failure.quantity),
                      failure.value});
    }

    void flush_summaries() {
        if (buffered == 0) return;
        const std::size_t chapters = chapter.getSize();
        for (std::size_t a = 0; a < summary_buffer.size(); ++a) {
            for (Column& column : summaries) column.values.clear();
            for (const life::Summary& summary : summary_buffer[a]) {
                std::size_t i = 0;
                life::Summary::describe(
                    summary, [&](const life::Column&, const double& value) { summaries[i++].values.push_back(value); });
            }
            for (Column& column : summaries) {
                column.variable.putVar({a, written, 0}, {1, buffered, chapters}, column.values.data());
            }
            summary_buffer[a].clear();
        }
        written += buffered;
        buffered = 0;
    }

    void close() {
        flush_summaries();
        const auto flush = [](auto&... rows) { (rows.flush(), ...); };
        flush(curves, moments, beats, sessions, events, templates, diary, failures);
        if (goals) goals->flush();
        file.putAtt("numerical_failures", std::to_string(failed));
        netcdf.close();
    }

    struct Column {
        NcVar variable;
        std::vector<double> values;
    };

    NetcdfFile netcdf;
    netCDF::NcGroup file;
    const engine::RunPlan& plan_;
    RunNames names;
    std::size_t block;  // persons
    NcDim arm, person, chapter;
    RowWriter<CurveRecord> curves;
    RowWriter<MomentRecord> moments;
    RowWriter<BeatRecord> beats;
    RowWriter<SessionRecord> sessions;
    std::optional<RowWriter<GoalRecord>> goals;  // none in scenarios without
    RowWriter<EventRecord> events;
    RowWriter<TemplateRecord> templates;
    RowWriter<DiaryRecord> diary;
    RowWriter<FailureRecord> failures;
    std::vector<Column> summaries;
    std::vector<std::vector<life::Summary>> summary_buffer;  // by arm: persons' chapters one after the other
    std::size_t buffered = 0, written = 0, failed = 0;
};

RunFile::RunFile(std::filesystem::path path, const engine::RunPlan& plan, const Provenance& provenance)
    : path_(std::move(path)) {
    guarded(path_, [&] { writer_ = std::make_unique<Writer>(path_.string(), plan, provenance); });
}

RunFile::~RunFile() = default;

void RunFile::add(const engine::PersonResult& person) {
    guarded(path_, [&] { writer_->add(person); });
}

void RunFile::close() {
    guarded(path_, [&] { writer_->close(); });
    writer_.reset();
}

}  // namespace nearness::io
