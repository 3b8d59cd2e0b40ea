// A small strict reader of the report's markup: every tag closed, every attribute quoted, every ampersand an entity.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace nearness::test {

struct Element {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::vector<std::string> ancestors;  // names, outermost first
    std::string text;                    // directly inside, entities as written
    std::vector<std::string> children;   // names
};

struct Markup {
    std::vector<Element> elements;  // in order of their opening tags
    std::vector<std::string> problems;
};

class MarkupReader {
public:
    explicit MarkupReader(const std::string& html) : html_(html) {}

    Markup read() {
        while (at_ < html_.size()) {
            if (html_[at_] != '<') {
                character();
            } else if (html_.compare(at_, 9, "<!DOCTYPE") == 0) {
                at_ = html_.find('>', at_) + 1;
            } else if (html_.compare(at_, 2, "</") == 0) {
                close();
            } else {
                open();
            }
        }
        for (const std::size_t left : stack_) problem("never closed: " + markup_.elements[left].name);
        return std::move(markup_);
    }

private:
    void problem(std::string what) { markup_.problems.push_back(std::move(what)); }

    void character() {
        if (html_[at_] == '&') {
            const std::size_t end = html_.find(';', at_);
            if (end == std::string::npos || end > at_ + 8) problem("bare ampersand near " + html_.substr(at_, 20));
        }
        if (html_[at_] == '>') problem("bare > near " + html_.substr(at_, 20));
        if (!stack_.empty()) markup_.elements[stack_.back()].text += html_[at_];
        ++at_;
    }

    void close() {
        const std::size_t end = html_.find('>', at_);
        const std::string name = html_.substr(at_ + 2, end - at_ - 2);
        if (stack_.empty() || markup_.elements[stack_.back()].name != name) {
            problem("closes what is not open: " + name);
        } else {
            stack_.pop_back();
        }
        at_ = end + 1;
    }

    void open() {
        Element element;
        ++at_;
        while (html_.find_first_of(" />", at_) != at_) element.name += html_[at_++];
        while (html_[at_] == ' ') {
            ++at_;
            const std::size_t equals = html_.find_first_of("=>", at_);
            if (html_[equals] != '=' || html_[equals + 1] != '"') {
                problem("attribute without quotes in " + element.name);
                at_ = html_.find('>', at_);
                break;
            }
            const std::size_t end = html_.find('"', equals + 2);
            const std::string key = html_.substr(at_, equals - at_);
            const std::string value = html_.substr(equals + 2, end - equals - 2);
            if (value.find('<') != std::string::npos) problem("< in an attribute of " + element.name);
            if (!element.attributes.emplace(key, value).second) problem("attribute twice: " + key);
            at_ = end + 1;
        }
        const bool closed = html_[at_] == '/';
        at_ = html_.find('>', at_) + 1;
        for (const std::size_t above : stack_) element.ancestors.push_back(markup_.elements[above].name);
        if (!stack_.empty()) markup_.elements[stack_.back()].children.push_back(element.name);
        static const std::set<std::string> empty = {"meta", "link", "br", "img", "input"};
        const std::string name = element.name;
        markup_.elements.push_back(std::move(element));
        if (closed || empty.contains(name)) return;
        stack_.push_back(markup_.elements.size() - 1);
        if (name == "style" || name == "script") {  // raw text
            const std::size_t end = html_.find("</" + name, at_);
            markup_.elements.back().text = html_.substr(at_, end - at_);
            at_ = end;
        }
    }

    const std::string& html_;
    std::size_t at_ = 0;
    std::vector<std::size_t> stack_;
    Markup markup_;
};

inline Markup read_markup(const std::string& html) { return MarkupReader(html).read(); }

}  // namespace nearness::test
