#include "nearness/io/run_file.hpp"

#include "nearness/io/output_folder.hpp"
#include "nearness/io/row_group.hpp"

#include <ncCheck.h>
#include <netcdf.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>

namespace nearness::io {

namespace {

using netCDF::NcDim;
using netCDF::NcVar;

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

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

// The file itself through netCDF's C functions: netCDF::NcFile closes a second time after a close that failed, and prints
// on standard error when that fails too.
class NetcdfFile {
public:
    explicit NetcdfFile(const std::string& path) {
        netCDF::ncCheck(nc_create(path.c_str(), NC_NETCDF4 | NC_CLOBBER, &id_), __FILE__, __LINE__);
        open_ = true;
    }
    ~NetcdfFile() {
        if (open_) nc_close(id_);  // whoever needs to know whether it went well called close()
    }
    NetcdfFile(const NetcdfFile&) = delete;
    NetcdfFile& operator=(const NetcdfFile&) = delete;

    netCDF::NcGroup root() const { return netCDF::NcGroup(id_); }
    void close() {
        open_ = false;
        netCDF::ncCheck(nc_close(id_), __FILE__, __LINE__);
    }

private:
    int id_ = 0;
    bool open_ = false;
};

template <class Names, class Name>
double index_in(const Names& names, const Name& name) {
    return static_cast<double>(std::find(names.begin(), names.end(), name) - names.begin());
}

// The ids of all plans of all arms, each once, in the order in which the scenario names them.
std::vector<std::string> names_of_plans(const engine::RunPlan& plan) {
    std::vector<std::string> names;
    for (const engine::Arm& arm : plan.arms) {
        for (const life::Chapter& chapter : arm.scenario.chapters) {
            for (const life::Plan& one : chapter.plans) {
                if (std::find(names.begin(), names.end(), one.id) == names.end()) names.push_back(one.id);
            }
        }
    }
    return names;
}

// Where a row belongs; the first columns of every group of rows. No variable has the name of a dimension that it does
// not label: R's ncdf4 does not see such variables, and xarray refuses those of more than one dimension.
void where_columns(RowGroup& rows) {
    rows.integers("person_index", "person, from 0");
    rows.integers("arm_index", "index into arm_id, from 0");
    rows.integers("chapter_index", "index into chapter_id, from 0");
}

void put_where(RowGroup& rows, int person, std::size_t arm, int chapter) {
    rows.put(person);
    rows.put(static_cast<double>(arm));
    rows.put(chapter);
}

}  // namespace

struct RunFile::Writer {
    Writer(const std::string& path, const engine::RunPlan& plan, const Provenance& provenance)
        : netcdf(path),
          file(netcdf.root()),
          plan_(plan),
          curves(file, "curve"),
          moments(file, "moment"),
          sessions(file, "session"),
          events(file, "event"),
          templates(file, "template"),
          diary(file, "diary") {
        file.putAtt("title", plan.title);
        file.putAtt("what_this_is", what_this_is);
        file.putAtt("source", "nearness " + provenance.version);
        file.putAtt("plan_hash", provenance.plan_hash);
        file.putAtt("seed", std::to_string(provenance.seed));
        file.putAtt("scenario", provenance.scenario_text);
        if (!plan.mapping_text.empty()) file.putAtt("diary_mapping", plan.mapping_text);

        const auto& chapters = plan.arms.front().scenario.chapters;
        arm = file.addDim("arm", plan.arms.size());
        person = file.addDim("person", static_cast<std::size_t>(plan.persons));
        chapter = file.addDim("chapter", chapters.size());
        const NcDim cue = file.addDim("cue", memory::EncounterCues::all);
        const NcDim signal = file.addDim("signal", memory::EncounterCues::signals);
        std::vector<std::string> arm_ids, chapter_ids;
        for (const engine::Arm& one : plan.arms) arm_ids.push_back(one.id);
        for (const life::Chapter& one : chapters) chapter_ids.push_back(one.id);
        put_names(file, "arm_id", arm, "arm; the first is the file as written", arm_ids);
        put_names(file, "chapter_id", chapter, "chapter", chapter_ids);
        put_names(file, "cue_name", cue, "cue", strings(memory::EncounterCues::names));
        if (!plan.diary.empty()) {
            std::vector<std::string> ids;
            for (std::size_t i = 0; i < person.getSize(); ++i) ids.push_back(plan.diary[i].id);
            put_names(file, "person_id", person, "person of the diary", ids);
        }
        declare_summaries(chapters.size());
        declare_rows(cue, signal);
    }

    void declare_summaries(std::size_t chapters) {
        life::Summary pattern;
        life::Summary::describe(pattern, [&](const life::Column& column, double&) {
            NcVar variable = file.addVar(std::string(column.name), netCDF::ncDouble, {arm, person, chapter});
            std::vector<std::size_t> chunks = {1, std::min<std::size_t>(block, person.getSize()), chapters};
            variable.setChunking(NcVar::nc_CHUNKED, chunks);
            variable.setCompression(true, true, 1);
            describe_variable(variable, column.unit, column.says);
            summaries.push_back({variable, {}});
        });
        summary_buffer.resize(plan_.arms.size());
    }

    void declare_rows(const NcDim& cue, const NcDim& signal) {
        where_columns(curves);
        const NcDim closeness = curves.group().addDim("closeness", world::curve_points);
        const NcVar axis = curves.group().addVar("closeness", netCDF::ncDouble, closeness);
        describe_variable(axis, "1", "closeness");
        std::vector<double> grid;
        for (int i = 0; i < world::curve_points; ++i) grid.push_back(world::Measures<double>::closeness_at(i));
        axis.putVar(grid.data());
        curves.numbers("predicted_pain", "1", "predicted pain at full openness, at the end of the chapter", &closeness,
                       world::curve_points);

        where_columns(moments);
        moments.integers("number", "encounter of the chapter, from 1");
        moments.numbers("age", "years", "age");
        moments.integers("strategy", "strategy on duty, index into strategy_name");
        put_names(moments.group(), "strategy_name", moments.group().addDim("strategy_index", protection::strategies),
                  "protective strategy", strings(protection::strategy_names));
        engine::MomentRow row;
        engine::MomentRow::describe(row, [&](const life::Column& column, double&) {
            moments.numbers(std::string(column.name), column.unit, column.says);
        });

        where_columns(sessions);
        sessions.integers("plan", "index into plan_name");
        sessions.integers("number", "session of its plan, from 1");
        sessions.integers("therapy", "index into therapy_name");
        sessions.numbers("age", "years", "age");
        sessions.integers("target", "template processed, from 0; -1 for none");
        sessions.numbers("access", "1", "access to guarded memory, of sessions that process");
        sessions.numbers("closest", "1", "closeness allowed at most, of graded encounters");
        sessions.numbers("sud_before", "1", "subjective units of disturbance before the first set, 0 to 10");
        const NcDim set = sessions.group().addDim("set", therapy::sets_per_session);
        sessions.numbers("sud", "1", "subjective units of disturbance after each set, 0 to 10", &set,
                         therapy::sets_per_session);
        sessions.numbers("edge", "1", "edge after the session");
        sessions.numbers("trust", "1", "trust of the protectors after it");
        sessions.numbers("guard", "1", "guard after it");
        sessions.numbers("insight", "1", "insight after it");
        sessions.numbers("protective_use", "1", "protective use, of sessions that are encounters");
        sessions.numbers("felt_closeness", "1", "felt closeness, of sessions that are encounters");
        sessions.numbers("pain", "1", "external pain, of sessions that are encounters");
        put_names(sessions.group(), "therapy_name", sessions.group().addDim("therapy_index", therapy::names.size()),
                  "therapy", strings(therapy::names));
        plan_names = names_of_plans(plan_);
        if (!plan_names.empty()) {
            put_names(sessions.group(), "plan_name", sessions.group().addDim("plan_index", plan_names.size()),
                      "plan, by its id in the scenario", plan_names);
        }

        where_columns(events);
        events.numbers("age", "years", "age");
        events.integers("kind", "index into kind_name");
        put_names(events.group(), "kind_name", events.group().addDim("kind_index", life::event_names.size()),
                  "kind of event", strings(life::event_names));

        where_columns(templates);
        templates.integers("number", "template, from 0 in the order in which they opened");
        templates.numbers("strength", "1", "soft count of the lessons it took");
        templates.numbers("integration", "1", "integration");
        templates.numbers("tellable", "1", "share of its lessons that can be told");
        templates.numbers("charge", "1", "pain it predicts at its own prototype");
        templates.numbers("prototype", "1", "prototype, over cue_name", &cue, memory::EncounterCues::all);
        templates.numbers("weight", "1", "weight, over the signal cues (the first of cue_name)", &signal,
                          memory::EncounterCues::signals);

        where_columns(diary);
        diary.integers("number", "moment of the person, from 1");
        diary.numbers("time", "days", "time after the person's first moment");
        diary.numbers("cues", "1", "recorded cues, over cue_name", &cue, memory::EncounterCues::all);
        diary.numbers("outcome", "1", "recorded outcome");
        diary.numbers("predicted_pain", "1", "pain predicted before the outcome was learned");
        diary.numbers("protective_use", "1", "protective activation predicted");
        diary.numbers("alarm", "1", "alarm at the end of the moment");
        diary.numbers("novelty", "1", "probability of a new template");
    }

    void add(const engine::PersonResult& result) {
        for (std::size_t a = 0; a < result.arms.size(); ++a) {
            const engine::ArmResult& one = result.arms[a];
            for (const life::Summary& summary : one.chapters) summary_buffer[a].push_back(summary);
            for (std::size_t c = 0; c < one.curves.size(); ++c) {
                if (static_cast<int>(c) < one.departs) continue;
                put_where(curves, result.person, a, static_cast<int>(c));
                for (const double value : one.curves[c]) curves.put(value);
                curves.end_row();
            }
            for (engine::MomentRow row : one.moments) add_moment(result.person, a, row);
            for (const engine::SessionRow& row : one.sessions) add_session(result.person, a, row);
            for (const engine::EventRow& row : one.events) add_event(result.person, a, row);
            for (const engine::TemplateRow& row : one.templates) add_template(result.person, a, row);
            for (const engine::RecordedRow& row : one.recorded) add_recorded(result.person, a, row);
        }
        if (++buffered == block) flush_summaries();
    }

    void add_moment(int who, std::size_t a, engine::MomentRow& row) {
        put_where(moments, who, a, row.chapter);
        moments.put(row.number + 1);
        moments.put(row.age);
        moments.put(row.meeting.strategy);
        engine::MomentRow::describe(row, [&](const life::Column&, double& value) { moments.put(value); });
        moments.end_row();
    }

    void add_session(int who, std::size_t a, const engine::SessionRow& row) {
        const auto& session = row.session;
        put_where(sessions, who, a, row.chapter);
        sessions.put(index_in(plan_names, row.plan));
        sessions.put(row.number + 1);
        sessions.put(index_in(therapy::names, row.therapy));
        sessions.put(row.age);
        sessions.put(session.target);
        sessions.put(session.target >= 0 ? session.access : missing);
        sessions.put(session.limit >= 0 ? session.limit : missing);
        sessions.put(session.sets > 0 ? session.first_sud : missing);
        for (const double sud : session.sud) sessions.put(session.sets > 0 ? sud : missing);
        for (const double value : {row.edge, row.trust, row.guard, row.insight}) sessions.put(value);
        sessions.put(session.meeting ? session.meeting->use : missing);
        sessions.put(session.meeting ? session.meeting->felt : missing);
        sessions.put(session.meeting ? session.meeting->pain : missing);
        sessions.end_row();
    }

    void add_event(int who, std::size_t a, const engine::EventRow& row) {
        put_where(events, who, a, row.chapter);
        events.put(row.age);
        events.put(index_in(life::event_names, row.kind));
        events.end_row();
    }

    void add_template(int who, std::size_t a, const engine::TemplateRow& row) {
        put_where(templates, who, a, row.chapter);
        templates.put(row.number);
        for (const double value : {row.strength, row.integration, row.told, row.charge}) templates.put(value);
        for (const double value : row.prototype) templates.put(value);
        for (const double value : row.weight) templates.put(value);
        templates.end_row();
    }

    void add_recorded(int who, std::size_t a, const engine::RecordedRow& row) {
        put_where(diary, who, a, row.chapter);
        diary.put(row.number + 1);
        diary.put(row.time);
        for (std::size_t d = 0; d < row.moment.cues.value.size(); ++d) {
            diary.put(row.moment.cues.known[d] ? row.moment.cues.value[d] : missing);
        }
        diary.put(row.moment.outcome.value_or(missing));
        for (const double value : {row.result.predicted, row.result.use, row.result.alarm, row.result.novelty}) {
            diary.put(value);
        }
        diary.end_row();
    }

    void flush_summaries() {
        if (buffered == 0) return;
        const std::size_t chapters = chapter.getSize();
        for (std::size_t a = 0; a < summary_buffer.size(); ++a) {
            for (Column& column : summaries) column.values.clear();
            for (life::Summary& summary : summary_buffer[a]) {
                std::size_t i = 0;
                life::Summary::describe(
                    summary, [&](const life::Column&, double& value) { summaries[i++].values.push_back(value); });
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
        for (RowGroup* rows : {&curves, &moments, &sessions, &events, &templates, &diary}) rows->flush();
        netcdf.close();
    }

    static constexpr std::size_t block = 256;
    struct Column {
        NcVar variable;
        std::vector<double> values;
    };

    NetcdfFile netcdf;
    netCDF::NcGroup file;
    const engine::RunPlan& plan_;
    NcDim arm, person, chapter;
    RowGroup curves, moments, sessions, events, templates, diary;
    std::vector<std::string> plan_names;
    std::vector<Column> summaries;
    std::vector<std::vector<life::Summary>> summary_buffer;  // by arm: persons' chapters one after the other
    std::size_t buffered = 0, written = 0;
};

namespace {

// netCDF reports through exceptions of its own; a full disk must not end in one that nobody catches. It calls whatever
// went wrong below it an "HDF error": what the system said last is of more use.
template <class Action>
void guarded(const std::filesystem::path& path, Action&& action) {
    errno = 0;
    try {
        action();
    } catch (const netCDF::exceptions::NcException& error) {
        const int reason = errno;
        const bool from_system = (error.errorCode() == NC_EHDFERR || error.errorCode() > 0) && reason != 0;
        throw_cannot_write(path, from_system ? std::strerror(reason) : nc_strerror(error.errorCode()));
    }
}

}  // namespace

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
