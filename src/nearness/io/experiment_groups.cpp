#include "nearness/io/experiment_groups.hpp"

#include "nearness/io/number.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nearness::io {

namespace {

int characters(std::string_view text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Where byte `at` of a text stands, if the text stands in the file letter by letter (an escape would shift it).
std::optional<Spot> spot_of(const Node& node, std::size_t at, const TextFile& file) {
    const std::string_view text = node.text;
    const std::string_view before = text.substr(0, at);
    Spot spot = node.spot;
    if (node.spot.setting >= 0) {
        spot.column += characters(before);
        return spot;
    }
    const Place quote = Sources{file, {}}.place(node.spot);
    const std::string_view behind = std::string_view(quote.text).substr(static_cast<std::size_t>(quote.column) - 1);
    const std::size_t quotes = behind.starts_with("\"\"\"") ? 3 : 1;
    if (behind.substr(quotes).starts_with(text)) {
        spot.column += static_cast<int>(quotes) + characters(before);
        return spot;
    }
    // Of several lines, the first begins behind the three quotes, or below them if nothing stands there.
    const std::size_t last_end = before.rfind('\n');
    const auto ends = static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    const bool below = quotes == 3 && behind.size() == quotes;
    const std::size_t start = last_end == std::string_view::npos ? 0 : last_end + 1;
    spot.line += ends + (below ? 1 : 0);
    const std::string_view line = text.substr(start, text.find('\n', start) - start);
    if (quotes != 3 || (!below && ends == 0) || !file.line(spot.line).starts_with(line)) return std::nullopt;
    spot.column = 1 + characters(before.substr(start));
    return spot;
}

// Texts that are read as one, and where each came from.
class Pieces {
public:
    explicit Pieces(Report& report) : report_(report) {}

    void add(const Node& node) {
        if (!whole_.empty()) whole_ += '|';
        pieces_.push_back({whole_.size(), &node});
        whole_ += node.text;
    }

    std::vector<experiment::Phase> read() const {
        const experiment::Parsed parsed = experiment::parse(whole_);
        for (const experiment::Misread& one : parsed.problems) {
            const Piece& piece = *(std::upper_bound(pieces_.begin(), pieces_.end(), one.at,
                                                    [](std::size_t at, const Piece& p) { return at < p.start; }) -
                                   1);
            experiment::Misread here = one;
            here.at -= piece.start;
            report_misread(*piece.node, here, report_);
        }
        return parsed.phases;
    }

private:
    struct Piece {
        std::size_t start = 0;
        const Node* node = nullptr;
    };
    Report& report_;
    std::string whole_;
    std::vector<Piece> pieces_;
};

}  // namespace

void report_misread(const Node& node, const experiment::Misread& one, Report& report) {
    const std::string& text = node.text;
    const std::size_t at = std::min(one.at, text.empty() ? 0 : text.size() - 1);
    Spot spot = node.spot;
    std::string message = one.message;
    if (const auto exact = spot_of(node, at, report.sources().file)) {
        spot = *exact;
        spot.width = std::max(1, characters(std::string_view(text).substr(at, one.width)));
    } else {
        message += fmt::format(", at character {} of `{}`", characters(text.substr(0, at)) + 1, text);
    }
    report.add("E0701", spot, std::move(message), one.remedy);
}

namespace {

void report_name(const std::string& name, const Spot& spot, Report& report) {
    Node node;
    node.kind = Node::Kind::text;
    node.text = name;
    node.spot = spot;
    check_id(node, "name of a group", report);
}

}  // namespace

std::vector<experiment::Group> read_groups(const Node& groups, Report& report) {
    std::vector<experiment::Group> all;
    const Fields fields(groups, "[groups]", report);
    for (const Entry& entry : groups.entries) {
        report_name(entry.key, entry.spot, report);
        Pieces pieces(report);
        if (entry.value.kind == Node::Kind::text) {
            pieces.add(entry.value);
        } else if (entry.value.kind == Node::Kind::list) {
            for (const Node& phase : entry.value.items) {
                if (phase.kind == Node::Kind::text) {
                    pieces.add(phase);
                } else {
                    fields.wrong_kind(entry.key, phase, "a list of phases in quotes");
                }
            }
        } else {
            fields.wrong_kind(entry.key, entry.value, "a design in quotes, or a list of phases",
                              fmt::format("for example {} = \"20A>(US) | 20A\"", entry.key));
            continue;
        }
        all.push_back({entry.key, pieces.read()});
    }
    return all;
}

std::vector<experiment::Group> groups_of_argument(const std::string& text, int setting, Report& report) {
    std::vector<experiment::Group> all;
    const bool several = text.find(';') != std::string::npos;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find(';', from), text.size());
        const std::string_view group = std::string_view(text).substr(from, end - from);
        const std::size_t equals = group.find('=');
        std::string name = several ? fmt::format("group-{}", all.size() + 1) : "group";
        Node node;
        node.kind = Node::Kind::text;
        const auto at = [&](std::size_t offset) {
            return Spot{0, characters(std::string_view(text).substr(0, offset)) + 1, 1, setting};
        };
        node.spot = at(from);
        node.text = group;
        if (equals != std::string_view::npos) {
            name = trimmed(group.substr(0, equals));
            report_name(name, node.spot, report);
            node.spot = at(from + equals + 1);
            node.text = group.substr(equals + 1);
        }
        const bool taken = std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
        if (taken) report.add("E0701", at(from), fmt::format("a second group `{}`", name), "each has its own name");
        Pieces pieces(report);
        pieces.add(node);
        all.push_back({name, pieces.read()});
        from = end + 1;
    }
    return all;
}

}  // namespace nearness::io
