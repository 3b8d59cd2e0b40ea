#pragma once

// Section 3 of the specification, with the whole history of every q_ik and its lag: nothing is summarised.

#include "reference/parameters.hpp"

#include <functional>
#include <limits>
#include <numbers>
#include <vector>

namespace reference {

struct Template {
    double n = 0.0;
    Cues m{};
    Weights w{};
    double integration = 0.0;
    double e = 0.0;
};

// What a moment asks the memory to learn: section 3, and the names of section 10.
struct Lesson {
    Cues x{};
    double r = 0.0;                      // (encounter.2)
    double pain = 0.0;                   // external
    double peak_arousal = 0.0;           // a-hat
    double protective_activation = 0.0;  // A*
};

// What a set of cues brings to mind.
struct Beliefs {
    std::vector<double> known;  // p_k
    double novel = 1.0;         // p_new
};

inline double dot(const Weights& w, const Cues& x) {
    double sum = 0.0;
    for (std::size_t d = 0; d < signals; ++d) {
        // READING: a cue that is not known (NaN: a diary) adds nothing to the predicted pain.
        sum += std::isnan(x[d]) ? 0.0 : w[d] * x[d];
    }
    return sum;
}

inline double charge(const Template& a) { return clip(dot(a.w, a.m)); }

struct Memory {
    struct Past {
        double time;
        std::vector<double> q;
    };
    Parameters with;
    std::vector<Template> templates;
    std::vector<Past> history;
    // (1 + lag/tau_0)^(-g); a test may put the program's own kernel here.
    std::function<double(double)> recency = [this](double lag) { return std::pow(1.0 + lag / with.tau_0, -with.g); };

    explicit Memory(const Parameters& parameters) : with{parameters} {}
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    // (memory.1), up to the common factor that cancels in (memory.2); the last entry is the new one's.
    // READING: prior_k and alpha are on the same scale: a moment just past (lag 0, q = 1) weighs 1 against alpha for the new.
    std::vector<double> prior(double time) const {
        std::vector<double> result(templates.size() + 1, 0.0);
        for (const Past& past : history) {
            const double weight = recency(time - past.time);
            for (std::size_t k = 0; k < past.q.size(); ++k) {
                result[k] += weight * past.q[k];
            }
        }
        result.back() = templates.size() < with.slots ? with.alpha : 0.0;
        return result;
    }

    // (memory.2) in logarithms.
    Beliefs match(const std::vector<double>& prior, const Cues& x) const {
        std::vector<double> log_p(templates.size() + 1);
        for (std::size_t k = 0; k < templates.size(); ++k) {
            const double phi = 1.0 + 1.0 / (with.kappa + templates[k].n);
            log_p[k] = std::log(prior[k]);
            for (std::size_t d = 0; d < cues; ++d) {
                if (std::isnan(x[d])) {
                    continue;
                }
                const double sigma = d < signals ? with.sigma_signal : with.sigma_context;
                const double variance = sigma * sigma * phi;
                const double distance = x[d] - templates[k].m[d];
                log_p[k] -= 0.5 * std::log(2.0 * std::numbers::pi * variance) + 0.5 * distance * distance / variance;
            }
        }
        log_p.back() = std::log(prior.back());
        return normalised(log_p);
    }

    Weights working_model() const {
        Weights mean{};
        double total = 0.0;
        for (const Template& a : templates) {
            for (std::size_t d = 0; d < signals; ++d) {
                mean[d] += a.n * a.w[d];
            }
            total += a.n;
        }
        for (double& w : mean) {
            w = total > 0.0 ? w / total : 0.0;
        }
        return mean;
    }

    Weights inherited() const {
        Weights w = working_model();
        for (double& value : w) {
            value *= with.gamma;
        }
        return w;
    }

    // (memory.3)
    double predicted_pain(const Beliefs& p, const Cues& x) const {
        double pain = p.novel * clip(dot(inherited(), x));
        for (std::size_t k = 0; k < templates.size(); ++k) {
            pain += p.known[k] * clip(dot(templates[k].w, x));
        }
        return pain;
    }

    // The sayable part of (mind.1).
    double sayable(const Beliefs& p) const {
        double sum = p.novel;
        for (std::size_t k = 0; k < templates.size(); ++k) {
            sum += templates[k].n > 0.0 ? p.known[k] * templates[k].e / templates[k].n : 0.0;
        }
        return sum;
    }

    // (memory.4), (memory.5), (memory.6).
    void learn(double time, const Lesson& lesson) {
        const double limit = capacity(with, time);
        const double o = clip((lesson.peak_arousal + lesson.pain - limit) / (1.0 - limit));
        const Weights inheritance = inherited();
        std::vector<double> q = responsibilities(match(prior(time), lesson.x), lesson, inheritance);
        const double q_new = q.back();
        q.pop_back();
        if (q_new > 0.5 && templates.size() < with.slots) {
            // READING: m = x means the known cues; a template opened without knowing a cue starts it at 0.
            Template fresh;
            for (std::size_t d = 0; d < cues; ++d) {
                fresh.m[d] = std::isnan(lesson.x[d]) ? 0.0 : lesson.x[d];
            }
            fresh.w = inheritance;
            templates.push_back(fresh);
            q.assign(q.size(), 0.0);
            q.push_back(1.0);
        } else {
            for (double& value : q) {
                value /= 1.0 - q_new;
            }
        }
        for (std::size_t k = 0; k < templates.size(); ++k) {
            update(templates[k], q[k], lesson, o, verbal(time));
        }
        history.push_back({time, q});
    }

private:
    static Beliefs normalised(const std::vector<double>& log_p) {
        const double largest = *std::max_element(log_p.begin(), log_p.end());
        double total = 0.0;
        for (const double value : log_p) {
            total += std::exp(value - largest);
        }
        Beliefs p;
        for (std::size_t k = 0; k + 1 < log_p.size(); ++k) {
            p.known.push_back(std::exp(log_p[k] - largest) / total);
        }
        p.novel = std::exp(log_p.back() - largest) / total;
        return p;
    }

    // (memory.4); the last entry is the new one's.
    std::vector<double> responsibilities(const Beliefs& p, const Lesson& lesson, const Weights& inheritance) const {
        const auto likelihood = [&](const Weights& w) {
            const double surprise = lesson.r - clip(dot(w, lesson.x));
            return std::exp(-surprise * surprise / (2.0 * with.sigma_r * with.sigma_r));
        };
        std::vector<double> q;
        for (std::size_t k = 0; k < templates.size(); ++k) {
            q.push_back(p.known[k] * likelihood(templates[k].w));
        }
        q.push_back(p.novel * likelihood(inheritance));
        double total = 0.0;
        for (const double value : q) {
            total += value;
        }
        for (double& value : q) {
            value /= total;
        }
        return q;
    }

    // (memory.5) and the lines below it, in the order they are written: the rate uses I from before, I and m use n from before.
    void update(Template& a, double q, const Lesson& lesson, double o, double verbal_now) const {
        const double delta = lesson.r - clip(dot(a.w, lesson.x));
        const double eta = delta > 0.0 ? with.eta_safe + (with.eta_pain - with.eta_safe) * o
                                       : with.eta_safe * (with.iota_0 + (1.0 - with.iota_0) * a.integration) *
                                             (1.0 - with.credit * lesson.protective_activation);
        for (std::size_t d = 0; d < cues; ++d) {
            if (std::isnan(lesson.x[d])) {
                continue;  // READING: nothing is learned about a cue that is not known
            }
            if (d < signals) {
                a.w[d] += q * eta * delta * lesson.x[d];
            }
            a.m[d] += q * std::max(0.005, 1.0 / (a.n + 1.0)) * (lesson.x[d] - a.m[d]);
        }
        a.integration += q / (a.n + 1.0) * ((1.0 - o) - a.integration);
        a.n += q;
        a.e += q * verbal_now;
    }
};

}  // namespace reference
