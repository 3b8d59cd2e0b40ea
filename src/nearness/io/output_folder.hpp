// Where results go. Every file is written under a temporary name beside its place and renamed when all are complete, so
// that an interrupted, killed or failed run leaves the old results or none, never half of one.
//
// Several files cannot be renamed at once. When all are complete and on the disk, a journal (`.commit`) says what is to
// be renamed and removed; from then on the new results count. A run killed between two renames leaves the journal, and
// whoever opens the folder next finishes what it says: two runs are never mixed for longer than that.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace nearness::io {

class OutputFolder {
public:
    // Creates the folder, makes sure that nobody else is writing there, finishes what a killed run had begun to rename,
    // removes what else it left, and looks whether files can be made. Throws InputError E0304.
    explicit OutputFolder(std::filesystem::path folder);
    ~OutputFolder();  // removes what was not committed, and the folders that were made here if they are empty
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

    // Where to write the file that will be called `name`. Throws InputError E0304 if that cannot be.
    std::filesystem::path temporary(const std::string& name);
    // Writes a whole text file. Throws InputError E0305 when the disk is full or the file cannot be written.
    void write(const std::string& name, std::string_view text);
    // Gives every file its name, and removes what an earlier run with a diary wrote and a run without one does not:
    // only where it begins as we begin it, since people put their own diary.csv into folders. Throws InputError E0305.
    void commit();
    // Removes the temporary files now; what a signal handler's caller does before it leaves.
    void discard() noexcept;

    const std::filesystem::path& folder() const { return folder_; }

private:
    void make();
    void lock();
    void finish_journal();

    std::filesystem::path folder_;
    std::vector<std::string> names_;
    std::vector<std::filesystem::path> made_;  // folders, outermost first
    int lock_ = -1;                            // the folder, open
};

// For readers of a folder: finishes what a run that was killed while renaming its results had begun. False when there
// is nothing to finish, or when a run is writing there just now. Throws InputError E0305 when it cannot be finished.
bool finish_interrupted_commit(const std::filesystem::path& folder);

// "E0305 … could not be written" with the system's reason.
[[noreturn]] void throw_cannot_write(const std::filesystem::path& path, const std::string& reason);

}  // namespace nearness::io
