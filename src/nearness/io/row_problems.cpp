#include "nearness/io/row_problems.hpp"

#include "nearness/io/number.hpp"

namespace nearness::io {

void RowProblems::finish() {
    for (auto& [code, count] : counts_) {
        if (count.all <= shown) continue;
        Place place = count.first_hidden;
        place.column = 0;
        place.text.clear();
        problems_.add(code, place,
                      "and " + with_thousands(count.all - shown) + " more of " + code + ", from this line on");
    }
    counts_.clear();
}

}  // namespace nearness::io
