#include "nearness/io/run_header.hpp"

#include "nearness/io/learner_words.hpp"

#include <ncCheck.h>

#include <charconv>
#include <limits>

namespace nearness::io {

namespace {

constexpr std::string_view source = "nearness ";

std::string setting_name(std::size_t i) { return "set_" + std::to_string(i + 1); }

bool has(const netCDF::NcGroup& file, const std::string& name) {
    int id = 0;
    return nc_inq_attid(file.getId(), NC_GLOBAL, name.c_str(), &id) == NC_NOERR;
}

std::string text_of(const netCDF::NcGroup& file, const std::string& name) {
    if (!has(file, name)) throw NotARun{name};
    const netCDF::NcGroupAtt attribute = file.getAtt(name);
    if (attribute.getType() != netCDF::ncChar) throw NotARun{name};
    std::string text;
    attribute.getValues(text);
    return text;
}

template <class Number>
Number number_of(const netCDF::NcGroup& file, const std::string& name, Number low, Number high) {
    const std::string text = text_of(file, name);
    Number value{};
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc() || result.ptr != text.data() + text.size() || value < low || value > high) {
        throw NotARun{name};
    }
    return value;
}

}  // namespace

void put_header(const netCDF::NcGroup& file, const engine::RunPlan& plan, const Provenance& provenance) {
    file.putAtt("title", plan.title);
    file.putAtt("what_this_is", what_this_is);
    file.putAtt("source", std::string(source) + provenance.version);
    file.putAtt("plan_hash", provenance.plan_hash);
    file.putAtt("seed", std::to_string(provenance.seed));
    file.putAtt("first_person", std::to_string(plan.first_person + 1));  // from 1, as in moments.csv and --persons
    file.putAtt("last_person", std::to_string(plan.end()));
    if (plan.deterministic) file.putAtt("deterministic", "true");
    if (const std::string learners = learners_by_arm(plan); !learners.empty()) file.putAtt("memory_learner", learners);
    for (std::size_t i = 0; i < plan.settings.size(); ++i) file.putAtt(setting_name(i), plan.settings[i]);
    file.putAtt("scenario", provenance.scenario_text);
    if (!plan.mapping_text.empty()) file.putAtt("diary_mapping", plan.mapping_text);
    if (!plan.diary_hash.empty()) file.putAtt("diary_hash", plan.diary_hash);
}

RunHeader get_header(const netCDF::NcGroup& file) {
    RunHeader header;
    // Attributes whose checksum is wrong seem not to be there, unless they are counted first.
    int attributes = 0;
    netCDF::ncCheck(nc_inq_natts(file.getId(), &attributes), __FILE__, __LINE__);
    const std::string made_by = text_of(file, "source");
    if (!made_by.starts_with(source)) throw NotARun{"source"};
    header.version = made_by.substr(source.size());
    header.title = text_of(file, "title");
    header.plan_hash = text_of(file, "plan_hash");
    header.seed = number_of<std::uint64_t>(file, "seed", 0, std::numeric_limits<std::uint64_t>::max());
    constexpr int most = std::numeric_limits<int>::max();
    header.first_person = number_of<int>(file, "first_person", 1, most) - 1;
    header.persons = number_of<int>(file, "last_person", header.first_person + 1, most) - header.first_person;
    header.deterministic = has(file, "deterministic");
    for (std::size_t i = 0; has(file, setting_name(i)); ++i) header.settings.push_back(text_of(file, setting_name(i)));
    header.scenario_text = text_of(file, "scenario");
    if (has(file, "diary_mapping")) header.mapping_text = text_of(file, "diary_mapping");
    if (has(file, "diary_hash")) header.diary_hash = text_of(file, "diary_hash");
    return header;
}

}  // namespace nearness::io
