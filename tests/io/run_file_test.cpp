// What is written into run.nc is what is read from it, with netCDF's own reader.
#include "io/run_results.hpp"
#include "io/written_run.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <netcdf>

namespace nearness::io {
namespace {

const Written& small() {
    static const Written written(small_collection());
    return written;
}

// What a column of numbers from 0 into a variable of names says, row by row.
std::vector<std::string> said(const std::string& group, const std::string& name) {
    const std::vector<std::string> names = small().names(group, name + "_name");
    std::vector<std::string> rows;
    for (const double index : small().values(group, name)) rows.push_back(names.at(static_cast<std::size_t>(index)));
    return rows;
}

TEST(run_file, holds_the_summaries_by_arm_person_and_chapter) {
    const engine::Collection& all = small_collection();
    int missing = 0;
    life::Summary pattern;
    std::size_t at = 0;
    life::Summary::describe(pattern, [&](const life::Column& column, double&) {
        std::vector<double> put;
        for (std::size_t a = 0; a < all.arms(); ++a) {
            for (const engine::PersonResult& person : all.persons) {
                for (life::Summary summary : person.arms[a].chapters) {
                    std::size_t i = 0;
                    life::Summary::describe(summary, [&](const life::Column&, double& value) {
                        if (i++ == at) put.push_back(value);
                    });
                }
            }
        }
        ++at;
        missing +=
            static_cast<int>(std::count_if(put.begin(), put.end(), [](double value) { return std::isnan(value); }));
        EXPECT_TRUE(same(small().values("", std::string(column.name)), put)) << column.name;
        std::vector<std::string> dimensions;
        for (const auto& dimension : small().file().getVar(std::string(column.name)).getDims()) {
            dimensions.push_back(dimension.getName());
        }
        EXPECT_EQ(dimensions, (std::vector<std::string>{"arm", "person", "chapter"}));
    });
    EXPECT_GT(missing, 100) << "the quiet years have no encounters: what was not measured is NaN";
}

TEST(run_file, holds_every_moment) {
    const engine::Collection& all = small_collection();
    using Row = engine::MomentRow;
    expect_places(small(), all, "moment", &engine::ArmResult::moments);
    const auto is = [&](const char* name, auto&& value) {
        EXPECT_TRUE(same(small().values("moment", name), column(all, &engine::ArmResult::moments, value))) << name;
    };
    is("number", [](const Row& row) { return row.number + 1; });
    is("age", [](const Row& row) { return row.age; });
    is("strategy", [](const Row& row) { return row.meeting.strategy; });
    is("attention", [](const Row& row) { return row.meeting.attention; });
    is("protective_use", [](const Row& row) { return row.meeting.use; });
    Row pattern;
    std::size_t at = 0;
    Row::describe(pattern, [&](const life::Column& one, double&) {
        is(std::string(one.name).c_str(), [&](Row row) {
            double found = 0;
            std::size_t i = 0;
            Row::describe(row, [&](const life::Column&, double& value) {
                if (i++ == at) found = value;
            });
            return found;
        });
        ++at;
    });
    EXPECT_EQ(small().names("moment", "strategy_name"),
              std::vector<std::string>(protection::strategy_names.begin(), protection::strategy_names.end()));
}

TEST(run_file, holds_every_session_and_leaves_out_what_a_session_has_not) {
    const engine::Collection& all = small_collection();
    using Row = engine::SessionRow;
    constexpr double no = life::not_measured;
    expect_places(small(), all, "session", &engine::ArmResult::sessions);
    const auto is = [&](const char* name, auto&& value) {
        const std::vector<double> put = column(all, &engine::ArmResult::sessions, value);
        EXPECT_TRUE(same(small().values("session", name), put)) << name;
        return std::count_if(put.begin(), put.end(), [](double one) { return std::isnan(one); });
    };
    const auto rows = static_cast<std::ptrdiff_t>(small().values("session", "age").size());
    is("number", [](const Row& row) { return row.number + 1; });
    is("age", [](const Row& row) { return row.age; });
    is("target", [](const Row& row) { return row.session.target; });
    is("edge", [](const Row& row) { return row.edge; });
    is("trust", [](const Row& row) { return row.trust; });
    is("guard", [](const Row& row) { return row.guard; });
    is("insight", [](const Row& row) { return row.insight; });
    for (const auto missing :
         {is("access", [](const Row& row) { return row.session.target >= 0 ? row.session.access : no; }),
          is("closest", [](const Row& row) { return row.session.limit >= 0 ? row.session.limit : no; }),
          is("sud_before", [](const Row& row) { return row.session.sets > 0 ? row.session.first_sud : no; }),
          is("protective_use", [](const Row& row) { return row.session.meeting ? row.session.meeting->use : no; }),
          is("felt_closeness", [](const Row& row) { return row.session.meeting ? row.session.meeting->felt : no; }),
          is("pain", [](const Row& row) { return row.session.meeting ? row.session.meeting->pain : no; })}) {
        EXPECT_GT(missing, 0);
        EXPECT_LT(missing, rows);
    }
    std::vector<double> sud;
    column(all, &engine::ArmResult::sessions, [&](const Row& row) {
        for (const double one : row.session.sud) sud.push_back(row.session.sets > 0 ? one : no);
        return 0;
    });
    EXPECT_TRUE(same(small().values("session", "sud"), sud));
    std::vector<std::string> therapies;
    column(all, &engine::ArmResult::sessions, [&](const Row& row) {
        therapies.emplace_back(row.therapy);
        return 0;
    });
    EXPECT_EQ(said("session", "therapy"), therapies);
}

TEST(run_file, holds_every_event_and_the_plan_of_every_session) {
    const engine::Collection& all = small_collection();
    expect_places(small(), all, "event", &engine::ArmResult::events);
    EXPECT_TRUE(same(small().values("event", "age"),
                     column(all, &engine::ArmResult::events, [](const engine::EventRow& row) { return row.age; })));
    std::vector<std::string> kinds, plans;
    for_each_life(all, [&](int, int, const engine::ArmResult& life) {
        for (const engine::EventRow& row : life.events) kinds.emplace_back(row.kind);
        for (const engine::SessionRow& row : life.sessions) plans.emplace_back(row.plan);
    });
    EXPECT_EQ(said("event", "kind"), kinds);
    EXPECT_EQ(said("session", "plan"), plans);
}

TEST(run_file, holds_threat_curves_and_templates) {
    const engine::Collection& all = small_collection();
    std::vector<double> pain, where;
    for_each_life(all, [&](int, int, const engine::ArmResult& life) {
        for (std::size_t c = static_cast<std::size_t>(life.departs); c < life.curves.size(); ++c) {
            where.push_back(static_cast<double>(c));
            pain.insert(pain.end(), life.curves[c].begin(), life.curves[c].end());
        }
    });
    EXPECT_TRUE(same(small().values("curve", "predicted_pain"), pain));
    EXPECT_TRUE(same(small().values("curve", "chapter_index"), where));
    const std::vector<double> closeness = small().values("curve", "closeness");
    EXPECT_EQ(closeness.front(), 0);
    EXPECT_EQ(closeness.back(), 1);
    using Row = engine::TemplateRow;
    expect_places(small(), all, "template", &engine::ArmResult::templates);
    const auto is = [&](const char* name, auto&& value) {
        EXPECT_TRUE(same(small().values("template", name), column(all, &engine::ArmResult::templates, value))) << name;
    };
    is("number", [](const Row& row) { return row.number; });
    is("strength", [](const Row& row) { return row.strength; });
    is("integration", [](const Row& row) { return row.integration; });
    is("tellable", [](const Row& row) { return row.told; });
    is("charge", [](const Row& row) { return row.charge; });
    std::vector<double> prototypes, weights;
    column(all, &engine::ArmResult::templates, [&](const Row& row) {
        prototypes.insert(prototypes.end(), row.prototype.begin(), row.prototype.end());
        weights.insert(weights.end(), row.weight.begin(), row.weight.end());
        return 0;
    });
    EXPECT_TRUE(same(small().values("template", "prototype"), prototypes));
    EXPECT_TRUE(same(small().values("template", "weight"), weights));
}

TEST(run_file, holds_the_studys_own_cues_where_there_are_any_and_else_none_of_their_columns) {
    const engine::Collection& all = study_cues_collection();
    const Written written(all);
    EXPECT_EQ(written.names("", "study_cue_name"), (std::vector<std::string>{"tone", "room"}));
    EXPECT_EQ(written.names("", "study_cue_kind"), (std::vector<std::string>{"signal", "context"}));
    std::vector<double> cues, prototypes, weights;
    const auto there = [](std::uint32_t mask, std::size_t cue, double value) {
        return (mask >> cue & 1U) != 0 ? value : life::not_measured;
    };
    column(all, &engine::ArmResult::recorded, [&](const engine::RecordedRow& row) {
        const auto& study = row.moment.cues.study;
        for (std::size_t i = 0; i < 2; ++i) cues.push_back(there(study.known, i, study.value[i]));
        return 0;
    });
    column(all, &engine::ArmResult::templates, [&](const engine::TemplateRow& row) {
        for (std::size_t i = 0; i < 2; ++i) {
            prototypes.push_back(there(row.study.met, i, row.study.prototype[i]));
            weights.push_back(there(row.study.signals, i, row.study.weight[i]));
        }
        return 0;
    });
    EXPECT_TRUE(same(written.values("diary", "study_cues"), cues));
    EXPECT_TRUE(same(written.values("template", "study_prototype"), prototypes));
    EXPECT_TRUE(same(written.values("template", "study_weight"), weights));
    EXPECT_TRUE(std::any_of(weights.begin(), weights.end(), [](double weight) { return weight > 0; }));
    const Written without(diary_collection());
    for (const auto& [group, name] : std::vector<std::pair<const char*, const char*>>{
             {"diary", "study_cues"}, {"template", "study_prototype"}, {"template", "study_weight"}}) {
        EXPECT_FALSE(without.has(group, name)) << name;
    }
    EXPECT_FALSE(without.has("", "study_cue_name"));
}

TEST(run_file, holds_the_diary_and_what_was_predicted_from_it) {
    const engine::Collection& all = diary_collection();
    const Written written(all);
    using Row = engine::RecordedRow;
    expect_places(written, all, "diary", &engine::ArmResult::recorded);
    const auto is = [&](const char* name, auto&& value) {
        EXPECT_TRUE(same(written.values("diary", name), column(all, &engine::ArmResult::recorded, value))) << name;
    };
    is("number", [](const Row& row) { return row.number + 1; });
    is("time", [](const Row& row) { return row.time; });
    is("outcome", [](const Row& row) { return row.moment.outcome.value_or(life::not_measured); });
    is("predicted_pain", [](const Row& row) { return row.result.predicted; });
    is("protective_use", [](const Row& row) { return row.result.use; });
    is("alarm", [](const Row& row) { return row.result.alarm; });
    is("novelty", [](const Row& row) { return row.result.novelty; });
    std::vector<double> cues;
    column(all, &engine::ArmResult::recorded, [&](const Row& row) {
        for (std::size_t d = 0; d < row.moment.cues.value.size(); ++d) {
            cues.push_back(row.moment.cues.known[d] ? row.moment.cues.value[d] : life::not_measured);
        }
        return 0;
    });
    EXPECT_TRUE(same(written.values("diary", "cues"), cues));
    EXPECT_EQ(std::count_if(cues.begin(), cues.end(), [](double cue) { return !std::isnan(cue); }), 2 * (3 * 12 - 1));
    EXPECT_EQ(written.names("", "person_id"), (std::vector<std::string>{"p0", "p1", "p2"}));
}

TEST(run_file, has_no_rows_for_chapters_that_an_arm_shares_with_the_first) {
    const engine::Collection& all = small_collection();
    for (const char* group : {"curve", "moment", "session", "event", "template"}) {
        const auto arms = small().values(group, "arm_index"), chapters = small().values(group, "chapter_index");
        for (std::size_t i = 0; i < arms.size(); ++i) {
            if (arms[i] == 0) continue;
            EXPECT_GE(chapters[i], engine::departure(all.plan, static_cast<std::size_t>(arms[i]))) << group << " " << i;
        }
    }
    EXPECT_GT(engine::departure(all.plan, 1), 0);
}

// Or R's ncdf4 does not see the variable, and xarray does not read the group.
void expect_no_dimension_of_the_same_name(const netCDF::NcGroup& group, int& count) {
    for (const auto& [name, variable] : group.getVars()) {
        const bool labels_it = variable.getDimCount() == 1 && variable.getDim(0).getName() == name;
        const auto same_name = group.getDims(name, netCDF::NcGroup::ParentsAndCurrent);
        EXPECT_TRUE(labels_it || same_name.empty()) << group.getName() << "/" << name;
        ++count;
    }
    for (const auto& [name, inner] : group.getGroups()) expect_no_dimension_of_the_same_name(inner, count);
}

TEST(run_file, has_no_variable_with_the_name_of_a_dimension_that_it_does_not_label) {
    int count = 0;
    expect_no_dimension_of_the_same_name(small().file(), count);
    EXPECT_GT(count, 100);
}

void expect_described(const netCDF::NcGroup& group, int& count) {
    for (const auto& [name, variable] : group.getVars()) {
        ++count;
        const auto attributes = variable.getAtts();
        ASSERT_TRUE(attributes.contains("long_name")) << name;
        std::string text;
        attributes.at("long_name").getValues(text);
        EXPECT_FALSE(text.empty()) << name;
        if (variable.getType() == netCDF::ncString) continue;  // names have no unit
        ASSERT_TRUE(attributes.contains("units")) << name;
        attributes.at("units").getValues(text);
        EXPECT_TRUE(text == "1" || text == "s" || text == "days" || text == "years") << name << ": " << text;
    }
    for (const auto& [name, inner] : group.getGroups()) expect_described(inner, count);
}

TEST(run_file, describes_every_variable_with_long_name_and_units) {
    int count = 0;
    expect_described(small().file(), count);
    EXPECT_GT(count, 100);
}

TEST(run_file, says_where_it_comes_from) {
    const engine::Collection& all = small_collection();
    EXPECT_EQ(small().attribute("title"), all.plan.title);
    EXPECT_EQ(small().attribute("what_this_is"), what_this_is);
    EXPECT_EQ(small().attribute("source"), "nearness 1.2.3");
    EXPECT_EQ(small().attribute("plan_hash"), "0123456789abcdef");
    EXPECT_EQ(small().attribute("seed"), "3");
    EXPECT_EQ(small().attribute("scenario"), all.plan.scenario_text);
    EXPECT_EQ(small().names("", "arm_id"), (std::vector<std::string>{"as written", "parts and emdr", "steady"}));
    EXPECT_EQ(small().names("", "chapter_id").back(), "after");
    EXPECT_EQ(small().names("", "cue_name").size(), 9U);
}

TEST(run_file, holds_more_persons_and_rows_than_its_buffers) {
    const Written written(counted_collection(2500, 4));
    std::vector<double> edges, ages, curves;
    for (int p = 0; p < 2500; ++p) {
        edges.push_back(p);
        for (int m = 0; m < 4; ++m) ages.push_back(p + m / 1000.0);
        curves.insert(curves.end(), world::curve_points, p);
    }
    EXPECT_TRUE(same(written.values("", "edge"), edges));
    EXPECT_TRUE(same(written.values("moment", "age"), ages));
    EXPECT_TRUE(same(written.values("curve", "predicted_pain"), curves));
}

TEST(run_file, that_cannot_be_made_is_an_input_error) {
    const Folder folder;
    const engine::Collection& all = small_collection();
    try {
        RunFile(folder.path() / "no such folder/.run.nc.partial", all.plan, {});
        FAIL() << "no error";
    } catch (const InputError& error) {
        EXPECT_EQ(error.exit(), Exit::io_error);
        EXPECT_EQ(error.problems().front().place.file, (folder.path() / "no such folder/run.nc").string());
    }
}

}  // namespace
}  // namespace nearness::io
