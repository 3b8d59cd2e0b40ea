#pragma once

// A slow, literal transcription of the theory's specification (MODEL.md, sections 2 to 11, 14 and 15), written from that text alone,
// before reading any of the program. It is what the program is compared with; where the text leaves a choice, the choice is
// marked "READING:". Plain double, no cleverness, and no random numbers of its own: every draw comes from outside.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace reference {

// Section 2: five signal cues, then four context cues.
enum Cue : std::size_t { closeness, attention, vulnerability, seen, conflict, steady, setting, who_1, who_2 };
inline constexpr std::size_t cues = 9;
inline constexpr std::size_t signals = 5;
using Cues = std::array<double, cues>;
using Weights = std::array<double, signals>;

// Section 6.
struct Strategy {
    double pushes_away, lowers_approach, hides, dulls, friction, hurts_partner;
};
inline constexpr std::size_t strategies = 5;
inline constexpr std::size_t withdrawing = 4;
inline constexpr std::array<Strategy, strategies> repertoire{{
    {0.35, 0.7, 0.0, 0.0, 0.4, 0.5},  // flaw finding
    {0.8, 0.0, 0.0, 0.0, 1.0, 1.0},   // irritability
    {0.0, 0.0, 0.0, 0.8, 0.0, 0.3},   // flatness
    {0.0, 0.0, 0.9, 0.0, 0.0, 0.2},   // holding back
    {1.0, 0.0, 0.0, 0.0, 0.0, 0.5},   // withdrawing (x escape with a caregiver)
}};

// Section 15.
struct Parameters {
    double alpha = 0.02, g = 0.3, tau_0 = 1.0;
    double gamma = 0.8;
    double sigma_signal = 0.30, sigma_context = 0.5, sigma_r = 0.25, kappa = 1.0;
    double eta_pain = 0.3, eta_safe = 0.02, iota_0 = 0.25, credit = 0.9;
    double capacity_birth = 0.35, capacity_adult = 0.70;
    double theta = 0.35, lambda = 0.06, theta_n = 0.75, lambda_n = 0.05;
    double tau_a = 15.0, chi = 0.3, chi_o = 0.6;
    double tau_r = 180.0, rho = 0.05;
    double k_app = 1.0 / 60.0, k_prot = 1.0 / 30.0, noise = 0.02 / std::sqrt(10.0);
    double need_rate = 0.35;
    double beta = 6.0, eta_q = 0.08, cost = 0.08, psi = 0.35;
    double eta_ins = 0.25, eta_trust = 0.14, eta_press = 0.25;
    double eta_emdr = 0.025, eta_int = 0.05, xi_0 = 0.3;
    double zeta = 0.12, eta_pursue = 0.1, tau_guard = 21.0;
    std::size_t slots = 10;
    double beat = 5.0;  // s (section 1), 120 of them in an encounter
    std::size_t beats = 120;
};

inline double clip(double value, double low, double high) { return std::min(std::max(value, low), high); }
// READING: a clip written without limits, as in clip(w.x), clip(1.5 on(y)), is to [0, 1].
inline double clip(double value) { return clip(value, 0.0, 1.0); }
inline double logistic(double z) { return 1.0 / (1.0 + std::exp(-z)); }
inline double normal_distribution(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

// READING: times are days since birth; a year is 365 days (section 1).
inline double age(double time) { return time / 365.0; }
inline double capacity(const Parameters& with, double time) {
    return with.capacity_birth + (with.capacity_adult - with.capacity_birth) * clip(age(time) / 18.0);
}
inline double verbal(double time) { return clip((age(time) - 3.0) / 4.0); }

}  // namespace reference
