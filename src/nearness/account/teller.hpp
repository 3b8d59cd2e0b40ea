// Fills patterns from the numbers of a scene.
//
//   {wish}      the number of that name with two digits; {wish:3} with three, {wish:0} with none
//   {onset:s}   seconds, with as many digits as they are worth
//   {@noun}     a word; {@Noun} the same with a capital
//
// Patterns contain no digits of their own, so a sentence can state nothing but numbers of the scene.
#pragma once

#include "nearness/account/account.hpp"
#include "nearness/account/format.hpp"

#include <initializer_list>
#include <map>

namespace nearness::account {

class Teller {
public:
    explicit Teller(const engine::Scene& scene);

    const engine::Scene& scene;

    bool has(std::string_view name) const { return numbers_.find(name) != numbers_.end(); }
    double value(std::string_view name) const;  // NaN where the scene has no such number
    // As it is printed: conditions look at what a reader will see.
    std::string shown(std::string_view name, int digits = 2) const { return number(value(name), digits); }
    bool same(std::string_view one, std::string_view other, int digits = 2) const {
        return shown(one, digits) == shown(other, digits);
    }
    // Worth a clause: at least a twentieth.
    bool noticeable(std::string_view name) const { return value(name) >= 0.05; }

    void word(std::string_view key, std::string_view text) { words_[std::string(key)] = text; }

    // One of the patterns, by the place of the scene and of the sentence in it.
    std::string_view choose(std::initializer_list<std::string_view> patterns) const;
    void say(About about, std::initializer_list<std::string_view> patterns);
    // A pattern may hold several sentences.
    void state(About about, std::string_view pattern);

    Sentence fill(About about, std::string_view pattern) const;
    std::vector<Sentence> take() { return std::move(sentences_); }

private:
    void fill_number(Sentence& sentence, std::string_view field) const;

    std::map<std::string, double, std::less<>> numbers_;
    std::map<std::string, std::string, std::less<>> words_;
    std::vector<Sentence> sentences_;
};

}  // namespace nearness::account
