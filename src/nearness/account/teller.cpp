#include "nearness/account/teller.hpp"

#include <cstdint>
#include <string>

namespace nearness::account {

namespace {

void capitalise(std::string& text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
}

int digits_of_seconds(double seconds) {
    const bool whole = number(seconds, 3) == number(seconds, 0) + ".000";
    return whole || seconds >= 100 ? 0 : seconds >= 10 ? 1 : 2;
}

// FNV-1a over what tells one scene from another.
std::uint64_t hash(const engine::Scene& scene, std::size_t sentence) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const int part :
         {scene.place.chapter, scene.place.plan, scene.place.number, scene.person, static_cast<int>(sentence)}) {
        for (int shift = 0; shift < 32; shift += 8) {
            hash = (hash ^ (static_cast<std::uint32_t>(part) >> shift & 0xffU)) * 1099511628211ULL;
        }
    }
    return hash ^ hash >> 32U;
}

}  // namespace

Teller::Teller(const engine::Scene& of) : scene(of) {
    for (engine::SceneNumber& one : engine::numbers(of)) numbers_.emplace(std::move(one.name), one.value);
}

double Teller::value(std::string_view name) const {
    const auto found = numbers_.find(name);
    return found == numbers_.end() ? life::not_measured : found->second;
}

std::string_view Teller::choose(std::initializer_list<std::string_view> patterns) const {
    return patterns.begin()[hash(scene, sentences_.size()) % patterns.size()];
}

void Teller::say(About about, std::initializer_list<std::string_view> patterns) { state(about, choose(patterns)); }

void Teller::state(About about, std::string_view pattern) {
    for (std::size_t end = pattern.find(". "); end != std::string_view::npos; end = pattern.find(". ")) {
        sentences_.push_back(fill(about, pattern.substr(0, end + 1)));
        pattern.remove_prefix(end + 2);
    }
    sentences_.push_back(fill(about, pattern));
}

void Teller::fill_number(Sentence& sentence, std::string_view field) const {
    const std::size_t colon = field.find(':');
    const std::string_view name = field.substr(0, colon);
    const auto found = numbers_.find(name);
    ensure(found != numbers_.end(), "a sentence asks for a number that its scene has not");
    const char form = colon == std::string_view::npos ? '2' : field[colon + 1];
    const int digits = form == 's' ? digits_of_seconds(found->second) : form - '0';
    sentence.numbers.push_back({found->first, found->second, number(found->second, digits)});
    sentence.text += sentence.numbers.back().printed;
}

Sentence Teller::fill(About about, std::string_view pattern) const {
    Sentence sentence{about, {}, {}};
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] != '{') {
            sentence.text += pattern[at];
            continue;
        }
        const std::size_t end = pattern.find('}', at);
        const std::string_view field = pattern.substr(at + 1, end - at - 1);
        at = end;
        if (field[0] != '@') {
            fill_number(sentence, field);
            continue;
        }
        std::string key(field.substr(1));
        const bool capital = key[0] >= 'A' && key[0] <= 'Z';
        if (capital) key[0] = static_cast<char>(key[0] - 'A' + 'a');
        const auto found = words_.find(key);
        ensure(found != words_.end(), "a sentence asks for a word that nobody gave");
        std::string word = found->second;
        if (capital) capitalise(word);
        sentence.text += word;
    }
    capitalise(sentence.text);
    return sentence;
}

}  // namespace nearness::account
