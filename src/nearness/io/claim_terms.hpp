// What the expectations and pictures of a claim file name: measures, arms, chapters, people. For io/claim_file.cpp.
#pragma once

#include "nearness/claims/lives.hpp"
#include "nearness/io/toml_fields.hpp"

#include <optional>
#include <utility>

namespace nearness::io {

// A list of texts, or one text for a list of one; empty when the key is absent or its value is not usable.
Words words_of(const Fields& fields, std::string_view key);

class ClaimTerms {
public:
    ClaimTerms(const std::vector<claims::Life>& lives, Report& report) : lives_(lives), report_(report) {}

    void set_life(std::string name) { life_ = std::move(name); }  // the claim's own; empty while it is not known
    void add_own(const Node& table);                              // of [measures]

    // A measure of the vocabulary or of the claim's own; what is neither is reported.
    std::optional<claims::MeasureUse> measure_named(const Fields& fields, std::string_view key,
                                                    const std::string& name);
    // One term an arm; what arms and chapter name has to be in their life.
    std::vector<claims::Term> terms(const Fields& fields, std::string_view key, const std::string& name,
                                    const std::string& at, const Words& arms);
    void check(const Fields& fields, const claims::Term& term);

private:
    claims::MeasureUse read_use(const Fields& fields);

    const std::vector<claims::Life>& lives_;
    Report& report_;
    std::string life_;
    std::vector<std::pair<std::string, claims::MeasureUse>> own_;
};

}  // namespace nearness::io
