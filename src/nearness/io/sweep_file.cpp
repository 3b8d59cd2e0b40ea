#include "nearness/io/sweep_file.hpp"

#include "nearness/io/output_folder.hpp"
#include "nearness/io/text_file.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <limits>

namespace nearness::io {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return value - value == 0 ? Json(value) : Json(nullptr); }

double number(const Json& value) {
    return value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN();
}

SweepHeader header_of(const Json& line) {
    return {line.at("sweep").get<std::string>(), line.at("hash").get<std::string>(),
            line.at("claims").get<std::vector<int>>(), line.at("keys").get<std::vector<std::string>>()};
}

study::Run run_of(const Json& line) {
    study::Run run{line.at("name").get<std::string>(), {}, {}};
    for (const Json& value : line.at("parameters")) run.parameters.push_back(number(value));
    for (const Json& claim : line.at("found")) {
        run.found.emplace_back();
        for (const Json& one : claim) {
            run.found.back().push_back({number(one.at(0)), number(one.at(1)), number(one.at(2)), number(one.at(3))});
        }
    }
    return run;
}

}  // namespace

std::string sweep_line(const SweepHeader& header) {
    return Json{{"sweep", header.sweep}, {"hash", header.hash}, {"claims", header.claims}, {"keys", header.keys}}
               .dump() +
           "\n";
}

std::string sweep_line(const study::Run& run) {
    Json found = Json::array();
    for (const auto& claim : run.found) {
        Json of_claim = Json::array();
        for (const study::Found& one : claim) {
            of_claim.push_back({number(one.value), number(one.error), number(one.low), number(one.high)});
        }
        found.push_back(std::move(of_claim));
    }
    Json parameters = Json::array();
    for (const double value : run.parameters) parameters.push_back(number(value));
    return Json{{"name", run.name}, {"parameters", std::move(parameters)}, {"found", std::move(found)}}.dump() + "\n";
}

Sweep parse_sweep(std::string_view text) {
    Sweep out;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', out.whole)) {
        const Json line = Json::parse(text.substr(out.whole, end - out.whole), nullptr, false);
        try {
            if (out.whole == 0) {
                out.header = header_of(line);
            } else {
                out.runs.push_back(run_of(line));
            }
        } catch (const Json::exception&) {
            return out;  // not ours, or not whole
        }
        out.whole = end + 1;
    }
    return out;
}

SweepFile::SweepFile(const std::filesystem::path& path, const SweepHeader& header) : path_(path) {
    std::error_code error;
    std::size_t whole = 0;
    if (std::filesystem::exists(path, error)) {
        const std::string text = read_text_file(path.string()).content;
        Sweep before = parse_sweep(text);
        if (!text.empty() && !(before.header == header)) {
            throw InputError({{"E0803",
                               {path.string(), 1, 1, 0, ""},
                               "these are the runs of another sweep",
                               "give another folder with --out, or remove the file to begin anew"}});
        }
        whole = before.whole;
        runs_ = std::move(before.runs);
        std::filesystem::resize_file(path, whole, error);
    } else if (path.has_parent_path()) {
        std::filesystem::create_directories(path.parent_path(), error);
    }
    file_ = std::fopen(path.c_str(), "ab");
    if (file_ == nullptr) throw_cannot_write(path, std::strerror(errno));
    if (whole == 0) {
        const std::string line = sweep_line(header);
        if (std::fwrite(line.data(), 1, line.size(), file_) != line.size() || std::fflush(file_) != 0) {
            throw_cannot_write(path, std::strerror(errno));
        }
    }
}

SweepFile::~SweepFile() {
    if (file_ != nullptr) std::fclose(file_);
}

void SweepFile::add(study::Run run) {
    const std::string line = sweep_line(run);
    if (std::fwrite(line.data(), 1, line.size(), file_) != line.size() || std::fflush(file_) != 0 ||
        ::fsync(::fileno(file_)) != 0) {
        throw_cannot_write(path_, std::strerror(errno));
    }
    runs_.push_back(std::move(run));
}

}  // namespace nearness::io
