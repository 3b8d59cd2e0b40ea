// The page of an experiment: sound, and its columns are the means that were collected.
#include "nearness/report/experiment.hpp"

#include "nearness/io/experiment_file.hpp"
#include "page_data.hpp"
#include "sound_page.hpp"

namespace nearness::test {
namespace {

struct Done {
    experiment::Plan plan;
    std::vector<experiment::GroupMeans> means;
    std::string html;
};

Done done(io::ExperimentOptions options) {
    Done out;
    const io::Experiment read = io::experiment_from(options);
    out.plan = read.plan;
    experiment::MeansCollection collection;
    experiment::simulate(out.plan, {}, [&](experiment::Course&& course) { collection.add(course); });
    out.means = collection.take();
    out.html = report::experiment_page(out.plan, out.means, {"0.1.0", {}, out.plan.seed, read.text});
    return out;
}

TEST(experiment_page, draws_the_means_of_subjects_with_their_intervals) {
    io::ExperimentOptions options;
    options.design = "here=[X]4A>(US) | [X]2A#; there=[X]4A>(US) | [Y]2A#";
    options.learners = {"rescorla-wagner", "latent-causes", "template-memory"};
    options.subjects = 5;
    options.spread = {"rescorla-wagner.salience=0.5"};
    const Done one = done(options);
    expect_sound(one.html);
    const nlohmann::json data = page_data(one.html);
    const auto response = column_of(data, "responses", "curves", "Rescorla–Wagner 1972");
    const auto off = column_of(data, "responses", "curves", "± Rescorla–Wagner 1972");
    ASSERT_EQ(response.size(), 12U);
    const experiment::TrialMean& fourth = one.means[1].trials[3];
    EXPECT_NEAR(response[6 + 3].get<double>(), fourth.outputs[1].mean, 5e-4);
    EXPECT_NEAR(off[6 + 3].get<double>(), fourth.outputs[1].half_width(), 5e-4);
    EXPECT_GT(off[3].get<double>(), 0);
    EXPECT_EQ(column_of(data, "responses", "curves", "series")[11], "there: [Y]A");
    EXPECT_EQ(column_of(data, "responses", "curves", "test")[11], "yes");
    const auto panels = column_of(data, "cause-beliefs", "beliefs", "panel");
    const auto causes = column_of(data, "cause-beliefs", "beliefs", "cause");
    std::set<std::string> of_templates;
    for (std::size_t i = 0; i < panels.size(); ++i) {
        if (panels[i] == "templates: here") of_templates.insert(causes[i]);
        EXPECT_FALSE(panels[i].get<std::string>().starts_with("Rescorla")) << "it believes in no causes";
    }
    EXPECT_TRUE(of_templates.contains("no template yet"));
    EXPECT_TRUE(of_templates.contains("template 1"));
}

TEST(experiment_page, puts_the_kinds_of_a_test_side_by_side) {
    io::ExperimentOptions options;
    options.design = "8ABC>(US) | 1ABC#/1BCD#/1CDE#";
    const Done one = done(options);
    expect_sound(one.html);
    const nlohmann::json data = page_data(one.html);
    const auto kinds = column_of(data, "gradients", "gradients", "kind");
    const auto response = column_of(data, "gradients", "gradients", "response");
    ASSERT_EQ(kinds.size(), 3U);
    EXPECT_EQ(kinds[1], "#BCD");
    EXPECT_GT(response[0].get<double>(), response[1].get<double>());
    EXPECT_GT(response[1].get<double>(), response[2].get<double>());
    EXPECT_FALSE(data["figures"].contains("cause-beliefs"));
}

TEST(experiment_page, shows_titles_as_they_are_written) {
    io::ExperimentOptions options;
    options.design = "2A>(US)";
    io::Experiment read = io::experiment_from(options);
    read.plan.title = "<script>alert(1)</script> & more";
    experiment::MeansCollection collection;
    experiment::simulate(read.plan, {}, [&](experiment::Course&& course) { collection.add(course); });
    const std::string html = report::experiment_page(read.plan, collection.take(), {"0.1.0", {}, 1, read.text});
    expect_sound(html);
    EXPECT_TRUE(contains(html, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more"));
}

}  // namespace
}  // namespace nearness::test
