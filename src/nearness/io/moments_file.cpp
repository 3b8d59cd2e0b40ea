#include "nearness/io/moments_file.hpp"

#include "nearness/io/csv_columns.hpp"
#include "nearness/io/csv_field.hpp"
#include "nearness/io/output_folder.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cmath>
#include <cstring>
#include <iterator>
#include <utility>

namespace nearness::io {

MomentsFile::MomentsFile(std::filesystem::path path, const engine::RunPlan& plan)
    : path_(std::move(path)), plan_(plan), file_(std::fopen(path_.c_str(), "wb")) {
    if (file_ == nullptr) throw_cannot_write(path_, std::strerror(errno));
    std::string header = header_of(moments_start);
    engine::MomentRow row;
    engine::MomentRow::describe(row, [&](const life::Column& column, double&) {
        header += ',';
        header += column.name;
    });
    put(header + "\n");
}

MomentsFile::~MomentsFile() {
    if (file_ != nullptr) std::fclose(file_);
}

void MomentsFile::add(const engine::PersonResult& person) {
    fmt::memory_buffer buffer;
    for (std::size_t a = 0; a < person.arms.size(); ++a) {
        const auto& chapters = plan_.arms[a].scenario.chapters;
        const std::string arm = csv_field(plan_.arms[a].id);
        for (engine::MomentRow row : person.arms[a].moments) {
            fmt::format_to(std::back_inserter(buffer), "{},{},{},{},{},{}", person.person + 1, arm,
                           csv_field(chapters[static_cast<std::size_t>(row.chapter)].id), row.number + 1, row.age,
                           protection::strategy_names[static_cast<std::size_t>(row.meeting.strategy)]);
            engine::MomentRow::describe(row, [&](const life::Column&, double& value) {
                if (std::isnan(value)) {
                    buffer.push_back(',');
                } else if (std::isinf(value)) {
                    fmt::format_to(std::back_inserter(buffer), ",Inf");
                } else {
                    fmt::format_to(std::back_inserter(buffer), ",{}", value);
                }
            });
            buffer.push_back('\n');
        }
    }
    put(std::string(buffer.data(), buffer.size()));
}

void MomentsFile::put(const std::string& text) {
    if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) throw_cannot_write(path_, std::strerror(errno));
}

void MomentsFile::close() {
    const int failed = std::fclose(std::exchange(file_, nullptr));
    if (failed != 0) throw_cannot_write(path_, std::strerror(errno));
}

}  // namespace nearness::io
