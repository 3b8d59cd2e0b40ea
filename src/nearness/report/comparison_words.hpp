// What a comparison shows, in words: plain text, for escaping.
#pragma once

#include "nearness/infer/comparison.hpp"

#include <string>
#include <vector>

namespace nearness::report {

std::string name_of(infer::Predictor predictor);
std::string title_of(const infer::Target& target);  // a proxy is called one
std::string who_is_compared(const infer::TargetComparison& result);

// About one target, whose arms are `block`: whether signs are as the theory expects, and who predicts better. The first
// says it in short. Empty when nobody is compared.
std::vector<std::string> in_words(const observe::Diary& diary, const infer::Comparison& comparison,
                                  const std::vector<const infer::TargetComparison*>& block);

std::string how_to_read();  // html

}  // namespace nearness::report
