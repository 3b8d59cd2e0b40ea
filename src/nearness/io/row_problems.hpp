// Problems of data rows: a column of a million words where numbers should be must not print a million messages.
#pragma once

#include "nearness/base/problem.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace nearness::io {

// Passes the first `shown` problems of each code on to `problems` and counts the rest; `finish` adds one line a code
// that says how many more there were. Places are made only for problems that are shown.
class RowProblems {
public:
    static constexpr std::size_t shown = 20;

    explicit RowProblems(Problems& problems) : problems_(problems) {}

    // `place()` makes the Place.
    template <class MakePlace>
    void add(std::string_view code, const MakePlace& place, const std::string& message, const std::string& remedy) {
        ++count_;
        Count& count = counts_[std::string(code)];
        if (++count.all <= shown) {
            problems_.add(code, place(), message, remedy);
        } else if (count.all == shown + 1) {
            count.first_hidden = place();
        }
    }

    // Of all codes, shown or not.
    std::size_t count() const { return count_; }

    // Call once, after the last row.
    void finish();

private:
    struct Count {
        std::size_t all = 0;
        Place first_hidden;
    };
    Problems& problems_;
    std::size_t count_ = 0;
    std::map<std::string, Count> counts_;
};

}  // namespace nearness::io
