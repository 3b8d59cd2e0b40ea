#include "nearness/io/text_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace nearness::io {
namespace {

namespace fs = std::filesystem;

// A folder of its own for each test, removed afterwards.
class TextFiles : public testing::Test {
protected:
    void SetUp() override {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::path(testing::TempDir()) / ("nearness text files " + std::string(info->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::string write(const std::string& name, const std::string& bytes) const {
        const fs::path path = folder_ / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path.string();
    }
    std::string path(const std::string& name) const { return (folder_ / name).string(); }

private:
    fs::path folder_;
};

std::string message_of(const std::string& path) {
    try {
        read_text_file(path);
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

std::string message_of_bytes(const std::string& bytes) {
    try {
        checked_text("f", bytes);
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

TEST_F(TextFiles, a_file_is_read_whole_and_without_its_byte_order_mark) {
    const std::string text = "a,b\r\n1,é\r\n";
    EXPECT_EQ(read_text_file(write("plain.csv", text)).content, text);
    EXPECT_EQ(read_text_file(write("mark.csv", "\xEF\xBB\xBF" + text)).content, text);
}

TEST_F(TextFiles, a_path_may_hold_a_blank_and_an_accent) {
    EXPECT_EQ(read_text_file(write("mon journal d'été.csv", "x")).content, "x");
}

TEST_F(TextFiles, a_large_file_is_read_whole) {
    const std::string text(5'000'001, 'x');
    EXPECT_EQ(read_text_file(write("large.csv", text)).content, text);
}

TEST_F(TextFiles, a_missing_file_is_named_with_the_nearest_name_beside_it) {
    write("diary.csv", "x");
    const std::string wanted = path("dairy.csv");
    EXPECT_EQ(message_of(wanted),
              wanted + "  E0301  there is no such file\n" + "   did you mean `diary.csv`?   nearness explain E0301\n");
}

TEST_F(TextFiles, a_missing_folder_and_a_folder_are_problems) {
    EXPECT_EQ(message_of("/no such folder/x.csv"),
              "/no such folder/x.csv  E0301  there is no such file\n   nearness explain E0301\n");
    EXPECT_EQ(message_of(path("")), path("") + "  E0301  this is a folder, not a file\n   nearness explain E0301\n");
}

TEST_F(TextFiles, an_empty_file_is_a_problem) {
    const std::string empty = write("empty.csv", "");
    EXPECT_EQ(message_of(empty), empty + "  E0302  the file is empty\n   nearness explain E0302\n");
}

TEST(text_file, bytes_that_are_no_utf_8_are_found_with_line_and_offset) {
    EXPECT_EQ(message_of_bytes("ab\ncd\xFF"),
              "f:2  E0303  the file is not UTF-8 text: byte 6 (0xFF) is not part of a character\n"
              "   save it with UTF-8 encoding (in a spreadsheet: \"CSV UTF-8\")   nearness explain E0303\n");
    EXPECT_EQ(message_of_bytes(std::string("ab\r\ncd\r\n\0", 9)),
              "f:3  E0303  the file is not text: byte 9 is zero\n"
              "   save it as plain text in UTF-8 (in a spreadsheet: \"CSV UTF-8\")   nearness explain E0303\n");
}

TEST(text_file, the_offset_counts_the_byte_order_mark) {
    EXPECT_NE(message_of_bytes("\xEF\xBB\xBFx\xFF").find("byte 5 "), std::string::npos);
}

TEST(text_file, every_length_of_utf_8_character_is_accepted_and_malformed_ones_are_not) {
    for (const char* good : {"a", "é", "€", "𝄞", "\x7F", "\xF4\x8F\xBF\xBF", "abcdefgh€abcdefgh"}) {
        EXPECT_EQ(message_of_bytes(good), "") << good;
    }
    for (const char* bad : {"\x80", "\xC3", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5",
                            "é\xA9", "\xE2\x82", "abcdefgh\xE9xyz"}) {
        EXPECT_NE(message_of_bytes(bad), "") << bad;
    }
}

TEST(text_file, lines_are_counted_alike_for_every_line_end) {
    for (const char* end : {"\n", "\r\n", "\r"}) {
        const std::string bytes = std::string("one") + end + "two" + end + end + "four";
        const TextFile text = checked_text("f", bytes);
        EXPECT_EQ(text.line(1), "one");
        EXPECT_EQ(text.line(2), "two");
        EXPECT_EQ(text.line(3), "");
        EXPECT_EQ(text.line(4), "four");
        EXPECT_EQ(text.line(5), "");
        const Place place = text.place(bytes.size() - 2, 2);
        EXPECT_EQ(place.line, 4);
        EXPECT_EQ(place.column, 3);
        EXPECT_EQ(place.width, 2);
        EXPECT_EQ(place.text, "four");
    }
}

TEST(text_file, a_width_is_in_characters_and_ends_with_the_line) {
    const TextFile text = checked_text("f", "été chaud\nx");
    EXPECT_EQ(text.place(0, 5).width, 3);
    EXPECT_EQ(text.place(6, 100).width, 5);
}

}  // namespace
}  // namespace nearness::io
