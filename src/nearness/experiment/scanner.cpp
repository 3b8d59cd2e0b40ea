#include "nearness/experiment/scanner.hpp"

namespace nearness::experiment {

void find_odd_characters(std::string_view text, std::vector<Misread>& problems) {
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<std::uint8_t>(text[at]);
        std::size_t size = 1;
        while (at + size < text.size() && (static_cast<std::uint8_t>(text[at + size]) & 0xC0U) == 0x80U) ++size;
        if (first >= 0x80U) {
            const auto second = size > 1 ? static_cast<std::uint8_t>(text[at + 1]) : std::uint8_t{0};
            const bool sign = first == 0xC3U && (second == 0x97U || second == 0xB7U);  // × and ÷
            const bool letter =
                size == 2 && first >= 0xC3U && first <= 0xD4U && !(first >= 0xC9U && first < 0xCDU) && !sign;
            if (!letter) {
                problems.push_back(
                    {at, size, "`" + std::string(text.substr(at, size)) + "` cannot stand in a design",
                     "the signs of the notation are those of an English keyboard: > ( ) [ ] / # ! : % @ |"});
            }
        }
        at += size;
    }
}

}  // namespace nearness::experiment
