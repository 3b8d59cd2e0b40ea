// Problems a user can fix, and the two exception families of the project.
//
// A reader collects every problem of its input in `Problems` and throws once, at the end, so that nobody has to
// repair a file one message at a time. `InputError` is the user's to fix; `ensure` marks our own bugs.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace nearness {

// Where a problem sits. Lines and columns count from 1; 0 means "not known". `width` is the length of the offending
// text in characters, for the caret line.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;
    int width = 0;
    std::string text;  // the whole offending line, as it stands in the file
};

struct Problem {
    std::string code;  // an entry of the catalogue, "E0103"
    Place place;
    std::string message;  // what is wrong, with the offending text in backquotes
    std::string remedy;   // what is allowed, and a suggestion when one is close; may be empty
};

// Renders one problem as in the design page: place, code, message, the line with a caret, remedy.
std::string render(const Problem& problem);

// Exit codes follow sysexits.h, so that scripts can tell the cases apart.
enum class Exit : int {
    good = 0,
    usage = 64,     // the command line
    data = 65,      // a recorded data file
    no_input = 66,  // an input that cannot be opened
    our_bug = 70,
    cannot_create = 73,  // an output that cannot be created
    io_error = 74,       // an output that could not be finished, such as a full disk
    configuration = 78,  // a scenario or mapping file
    interrupted = 130,
};

// One numbered error: `nearness explain CODE` prints `explanation`.
struct CatalogueEntry {
    std::string_view code;
    Exit exit;
    std::string_view title;
    std::string_view explanation;
};

const std::vector<CatalogueEntry>& catalogue();
const CatalogueEntry* find_in_catalogue(std::string_view code);

class InputError : public std::runtime_error {
public:
    explicit InputError(std::vector<Problem> problems);
    const std::vector<Problem>& problems() const { return problems_; }
    Exit exit() const;  // that of the first problem

private:
    std::vector<Problem> problems_;
};

// Collects problems; `throw_if_any` raises them all together, in file order.
class Problems {
public:
    void add(std::string_view code, Place place, std::string message, std::string remedy = {});
    bool empty() const { return list_.empty(); }
    std::size_t size() const { return list_.size(); }
    void throw_if_any();

private:
    std::vector<Problem> list_;
};

// The candidate nearest to `word` by edit distance, or empty when none is near enough to be worth suggesting.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

// "did you mean `x`?   accepted: a, b, c" for a word that is not among the candidates.
std::string suggestion(std::string_view word, const std::vector<std::string>& candidates);

class Bug : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

inline void ensure(bool holds, const char* what) {
    if (!holds) throw Bug(what);
}

}  // namespace nearness
