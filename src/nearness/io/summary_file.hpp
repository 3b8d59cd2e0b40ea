// summary.json: every quantity of every chapter and arm, with its spread over persons and its paired difference from
// the file as written.
#pragma once

#include "nearness/engine/collection.hpp"
#include "nearness/io/provenance.hpp"

namespace nearness::io {

std::string summary_json(const engine::Collection& collection, const Provenance& provenance);

}  // namespace nearness::io
