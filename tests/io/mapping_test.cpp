// Mapping files and what they make of a diary. Messages are in diary_museum_test.cpp.
#include "nearness/io/mapping.hpp"

#include "nearness/io/diary.hpp"

#include <gtest/gtest.h>

namespace nearness::io {
namespace {

using observe::Diary;
using observe::is_missing;
using observe::Role;

const std::vector<std::string> known_cues = {"closeness", "attention", "vulnerability", "seen", "conflict",
                                             "steady",    "setting",   "who_1",         "who_2"};

Mapping mapping_of(const std::string& toml) {
    Problems problems;
    Mapping mapping = parse_mapping(TextFile{"m.toml", toml}, known_cues, problems);
    problems.throw_if_any();
    return mapping;
}

Diary diary_of(const std::string& csv, const std::string& toml) {
    Problems problems;
    Diary diary = read_diary(TextFile{"d.csv", csv}, TextFile{"m.toml", toml}, known_cues, problems);
    problems.throw_if_any();
    return diary;
}

// The value of a variable at a person's moment.
double value(const Diary& diary, std::size_t person, std::string_view variable, std::size_t moment) {
    return diary.persons.at(person).values.at(diary.find(variable).value()).at(moment);
}

const std::string days_and_two_values =
    "[time]\ncolumn = \"t\"\nunit = \"days\"\n"
    "[cues.closeness]\ncolumn = \"warm\"\nfrom = [0, 10]\n"
    "[outcome]\ncolumn = \"hurt\"\nfrom = [0, 10]\n";

TEST(mapping, cues_of_the_study_say_their_kind_and_stand_after_the_models_in_the_order_of_the_file) {
    const Mapping mapping = mapping_of(R"(
[time]
column = "t"
unit = "days"
[cues.tone]
kind = "signal"
column = "c"
from = [0, 10]
label = "L"
[cues.closeness]
column = "warm"
[cues.room]
kind = "context"
column = "r"
reversed = true
[outcome]
column = "hurt"
)");
    ASSERT_EQ(mapping.values.size(), 4U);
    const auto is = [&](std::size_t at, const char* name, observe::OwnCue own) {
        EXPECT_EQ(mapping.values[at].variable.name, name);
        EXPECT_EQ(mapping.values[at].variable.own, own);
        EXPECT_EQ(mapping.values[at].variable.role, at < 3 ? Role::cue : Role::outcome);
    };
    is(0, "closeness", observe::OwnCue::no);
    is(1, "tone", observe::OwnCue::signal);
    is(2, "room", observe::OwnCue::context);
    is(3, "outcome", observe::OwnCue::no);
    EXPECT_EQ(mapping.values[1].from_high, 10);
    EXPECT_EQ(mapping.values[1].variable.label, "L");
    EXPECT_TRUE(mapping.values[2].variable.reversed);
}

TEST(mapping, sixteen_cues_of_the_study_and_none_of_the_models_are_enough) {
    std::string toml = "[time]\ncolumn = \"t\"\nunit = \"days\"\n[outcome]\ncolumn = \"hurt\"\n";
    for (int i = 0; i < 16; ++i) {
        toml += "[cues.own_" + std::to_string(i) + "]\nkind = \"context\"\ncolumn = \"c\"\n";
    }
    EXPECT_EQ(mapping_of(toml).values.size(), 17U);
    EXPECT_THROW(mapping_of(toml + "[cues.own_16]\nkind = \"context\"\ncolumn = \"c\"\n"), InputError);
}

TEST(mapping, every_key_is_read) {
    const Mapping mapping = mapping_of(R"(
title = "T"
source = "S"
licence = "L"
note = "N"
negative_control = true
person = "who"
group = "couple"
delimiter = "semicolon"
decimal = "comma"
missing = ["-99", "?"]
[time]
column = "date"
unit = "timestamp"
format = "day.month.year"
clock = "hour"
[cues.attention]
column = "a"
from = [1, 7]
to = [0.2, 0.8]
reversed = true
label = "A"
[outcome]
column = "o"
[behaviour]
column = "b"
[[secondary]]
name = "cross"
column = "s"
[[proxy]]
name = "tomorrow"
column = "o"
lead = 1
within_days = 1.5
)");
    EXPECT_EQ(mapping.title + mapping.source + mapping.licence + mapping.note, "TSLN");
    EXPECT_TRUE(mapping.negative_control);
    EXPECT_EQ(mapping.person->name, "who");
    EXPECT_EQ(mapping.group->name, "couple");
    EXPECT_EQ(mapping.delimiter, Delimiter::semicolon);
    EXPECT_EQ(mapping.decimal, Decimal::comma);
    EXPECT_EQ(mapping.missing, (std::vector<std::string>{"-99", "?"}));
    EXPECT_EQ(mapping.time.column->name, "date");
    EXPECT_EQ(mapping.time.unit, TimeUnit::timestamp);
    EXPECT_EQ(mapping.time.format, DateOrder::day_month_year);
    EXPECT_EQ(mapping.time.clock->name, "hour");
    ASSERT_EQ(mapping.values.size(), 5U);
    const ValueMapping& attention = mapping.values[0];
    EXPECT_EQ(attention.variable.role, Role::cue);
    EXPECT_EQ(attention.variable.name, "attention");
    EXPECT_EQ(attention.variable.label, "A");
    EXPECT_TRUE(attention.variable.reversed);
    EXPECT_EQ(attention.from_low, 1);
    EXPECT_EQ(attention.from_high, 7);
    EXPECT_EQ(attention.to_low, 0.2);
    EXPECT_EQ(attention.to_high, 0.8);
    EXPECT_EQ(mapping.values[1].variable.role, Role::outcome);
    EXPECT_EQ(mapping.values[1].from_high, 1);
    EXPECT_EQ(mapping.values[2].variable.role, Role::behaviour);
    EXPECT_EQ(mapping.values[3].variable.role, Role::secondary);
    EXPECT_EQ(mapping.values[4].variable.role, Role::proxy);
    EXPECT_EQ(mapping.values[4].variable.lead, 1);
    EXPECT_EQ(mapping.values[4].within_days, 1.5);
}

TEST(mapping, cues_come_in_the_order_of_the_model) {
    const Diary diary = diary_of("t,c,a,o\n1,0,1,0\n",
                                 "[time]\ncolumn=\"t\"\nunit=\"days\"\n[cues.conflict]\ncolumn=\"c\"\n"
                                 "[cues.attention]\ncolumn=\"a\"\n[outcome]\ncolumn=\"o\"\n");
    ASSERT_EQ(diary.variables.size(), 3U);
    EXPECT_EQ(diary.variables[0].name, "attention");
    EXPECT_EQ(diary.variables[1].name, "conflict");
    EXPECT_EQ(diary.variables[2].name, "outcome");
}

TEST(mapping, recorded_scales_are_mapped_linearly_and_reversed_on_request) {
    const Diary diary = diary_of("t,w,h\n1,1,1\n2,4,4\n3,7,7\n",
                                 "[time]\ncolumn=\"t\"\nunit=\"days\"\n[cues.closeness]\ncolumn=\"w\"\nfrom=[1,7]\n"
                                 "reversed=true\n[outcome]\ncolumn=\"h\"\nfrom=[1,7]\nto=[0.2,0.6]\n");
    EXPECT_EQ(value(diary, 0, "closeness", 0), 1);
    EXPECT_EQ(value(diary, 0, "closeness", 1), 0.5);
    EXPECT_EQ(value(diary, 0, "closeness", 2), 0);
    EXPECT_DOUBLE_EQ(value(diary, 0, "outcome", 0), 0.2);
    EXPECT_DOUBLE_EQ(value(diary, 0, "outcome", 1), 0.4);
    EXPECT_DOUBLE_EQ(value(diary, 0, "outcome", 2), 0.6);
}

TEST(mapping, times_of_every_unit_become_days_since_the_first_moment) {
    const std::vector<std::pair<std::string, double>> steps = {
        {"seconds", 86400}, {"minutes", 1440}, {"hours", 24}, {"days", 1}, {"weeks", 1.0 / 7}};
    for (const auto& [unit, per_day] : steps) {
        std::string toml = days_and_two_values;
        toml.replace(toml.find("days"), 4, unit);
        const std::string start = shortest(10 * per_day);
        const std::string later = shortest(12.5 * per_day);
        const Diary diary = diary_of("t,warm,hurt\n" + start + ",1,1\n" + later + ",1,1\n", toml);
        EXPECT_NEAR(diary.persons[0].start, 10, 1e-12) << unit;
        EXPECT_EQ(diary.persons[0].time[0], 0) << unit;
        EXPECT_NEAR(diary.persons[0].time[1], 2.5, 1e-12) << unit;
    }
}

TEST(mapping, timestamps_of_a_date_and_a_clock_column_become_days) {
    const Diary diary = diary_of("date,hour,warm,hurt\n28.02.2024,18:00,1,1\n01.03.2024,06:00,1,1\n02.03.2024,,1,1\n",
                                 "[time]\ncolumn=\"date\"\nunit=\"timestamp\"\nformat=\"day.month.year\"\n"
                                 "clock=\"hour\"\n[cues.closeness]\ncolumn=\"warm\"\n[outcome]\ncolumn=\"hurt\"\n");
    EXPECT_EQ(diary.persons[0].time, (std::vector<double>{0, 1.5, 2.25}));  // a leap year
}

TEST(mapping, decimal_commas_are_detected_in_semicolon_files) {
    const Diary diary = diary_of("t;warm;hurt\n1;2;3\n2,5;7,5;0,5\n", days_and_two_values);
    EXPECT_EQ(diary.persons[0].time[1], 1.5);
    EXPECT_EQ(value(diary, 0, "closeness", 1), 0.75);
    EXPECT_EQ(value(diary, 0, "outcome", 0), 0.3);
}

TEST(mapping, decimal_commas_in_quotes_are_read_from_comma_files_when_the_mapping_says_so) {
    const Diary diary = diary_of("t,warm,hurt\n1,\"7,5\",1\n", "decimal = \"comma\"\n" + days_and_two_values);
    EXPECT_EQ(value(diary, 0, "closeness", 0), 0.75);
}

TEST(mapping, decimal_points_are_detected_in_semicolon_and_tab_files) {
    EXPECT_EQ(value(diary_of("t;warm;hurt\n1;7.5;1\n", days_and_two_values), 0, "closeness", 0), 0.75);
    EXPECT_EQ(value(diary_of("t\twarm\thurt\n1\t7.5\t1\n", days_and_two_values), 0, "closeness", 0), 0.75);
}

TEST(mapping, a_missed_prompt_is_time_passing_and_counted) {
    const Diary diary = diary_of("t,warm,hurt\n1,,\n2,5,1\n3,NA,.\n5,5,\n", days_and_two_values);
    EXPECT_EQ(diary.rows, 4U);
    EXPECT_EQ(diary.missed(), 2U);
    EXPECT_EQ(diary.persons[0].time, (std::vector<double>{0, 3}));
    EXPECT_EQ(diary.persons[0].line, (std::vector<int>{3, 5}));
    EXPECT_EQ(diary.persons[0].start, 2);
    EXPECT_EQ(value(diary, 0, "outcome", 0), 0.1);
    EXPECT_TRUE(is_missing(value(diary, 0, "outcome", 1)));
    EXPECT_EQ(value(diary, 0, "closeness", 1), 0.5);
}

TEST(mapping, words_for_not_answered_are_those_listed) {
    const Diary diary = diary_of("t,warm,hurt\n1, -99 ,3\n2,skipped,nan\n3,4,5\n",
                                 "missing = [\"-99\", \"skipped\", \"nan\"]\n" + days_and_two_values);
    EXPECT_TRUE(is_missing(value(diary, 0, "closeness", 0)));
    EXPECT_EQ(diary.missed(), 1U);
    EXPECT_EQ(diary.moments(), 2U);
}

TEST(mapping, persons_may_be_mixed_and_keep_the_order_in_which_they_appear) {
    const Diary diary = diary_of("id,pair,t,warm,hurt\nz,1,5,1,1\na,2,1,2,1\nz,1,6,3,1\na,,2,4,1\n,,,,\nz,1,7,5,1\n",
                                 "person = \"id\"\ngroup = \"pair\"\n" + days_and_two_values);
    ASSERT_EQ(diary.persons.size(), 2U);
    EXPECT_EQ(diary.persons[0].id, "z");
    EXPECT_EQ(diary.persons[0].group, "1");
    EXPECT_EQ(diary.persons[0].time, (std::vector<double>{0, 1, 2}));
    EXPECT_EQ(diary.persons[1].id, "a");
    EXPECT_EQ(diary.persons[1].group, "2");
    EXPECT_EQ(value(diary, 1, "closeness", 1), 0.4);
    EXPECT_EQ(diary.blank_rows, 1U);
    EXPECT_EQ(diary.rows, diary.moments() + diary.missed() + diary.blank_rows);
}

TEST(mapping, without_a_person_column_the_file_is_one_person) {
    const Diary diary = diary_of("t,warm,hurt\n1,2,3\n2,3,4\n", days_and_two_values);
    ASSERT_EQ(diary.persons.size(), 1U);
    EXPECT_EQ(diary.persons[0].id, "");
}

TEST(mapping, a_leading_proxy_is_the_next_prompt_of_the_same_person) {
    const Diary diary = diary_of("id,t,warm,hurt\na,1,1,1\nb,1,8,8\na,2,2,2\na,3,,\na,4,4,4\na,9,5,5\n",
                                 "person = \"id\"\n" + days_and_two_values +
                                     "[[proxy]]\nname=\"next\"\ncolumn=\"hurt\"\nfrom=[0,10]\nlead=1\nwithin_days=1.5\n"
                                     "[[proxy]]\nname=\"whenever\"\ncolumn=\"hurt\"\nfrom=[0,10]\nlead=1\n"
                                     "[[proxy]]\nname=\"now\"\ncolumn=\"hurt\"\nfrom=[0,10]\n");
    ASSERT_EQ(diary.persons[0].moments(), 4U);  // days 1, 2, 4, 9; day 3 was missed
    EXPECT_EQ(value(diary, 0, "next", 0), 0.2);
    EXPECT_TRUE(is_missing(value(diary, 0, "next", 1))) << "the next prompt was missed";
    EXPECT_TRUE(is_missing(value(diary, 0, "next", 2))) << "five days later is not within a day and a half";
    EXPECT_EQ(value(diary, 0, "whenever", 2), 0.5);
    EXPECT_TRUE(is_missing(value(diary, 0, "whenever", 3))) << "nothing follows";
    EXPECT_TRUE(is_missing(value(diary, 1, "next", 0))) << "what follows is another person's";
    EXPECT_EQ(value(diary, 0, "now", 2), 0.4);
}

TEST(mapping, a_byte_order_mark_carriage_returns_and_quotes_change_nothing) {
    const std::string csv = "\xEF\xBB\xBF\"t\",\"warm\",\"hurt\"\r\n\"1\",\"5\",\"2\"\r\n";
    Problems problems;
    const Diary diary =
        read_diary(checked_text("d.csv", csv), TextFile{"m.toml", days_and_two_values}, known_cues, problems);
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(value(diary, 0, "closeness", 0), 0.5);
    EXPECT_EQ(value(diary, 0, "outcome", 0), 0.2);
}

TEST(mapping, a_column_name_that_occurs_twice_is_no_matter_unless_it_is_mapped) {
    EXPECT_EQ(diary_of("t,x,x,warm,hurt\n1,2,3,4,5\n", days_and_two_values).moments(), 1U);
}

}  // namespace
}  // namespace nearness::io
