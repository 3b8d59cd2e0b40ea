#include "nearness/experiment/region_map.hpp"

#include "nearness/memory/learners/settings.hpp"

namespace nearness::experiment {

std::vector<MappedRegion> explore(const Phenomenon& phenomenon, const RegionMap& map, std::uint64_t seed) {
    std::vector<MappedRegion> out(map.regions.size());
    const auto run = [&]<learners::Learner L>(L) {
        for (int i = 0; i < map.x.points; ++i) {
            for (int j = 0; j < map.y.points; ++j) {
                const auto parameters =
                    learners::parameters_with<L>({{map.x.field, -1, map.x.at(i)}, {map.y.field, -1, map.y.at(j)}});
                const std::vector<Curve> curves = curves_of<L>(phenomenon, parameters, seed);
                for (std::size_t r = 0; r < map.regions.size(); ++r) {
                    Phenomenon one;
                    one.orders = map.regions[r].orders;
                    one.by = phenomenon.by;
                    out[r].holds.push_back(evaluate(one, curves).shown ? 1 : 0);
                }
            }
        }
    };
    const auto learner = learners::find<double>(map.learner);
    ensure(learner.has_value(), "a region map names a learner");
    std::visit(run, *learner);
    return out;
}

}  // namespace nearness::experiment
