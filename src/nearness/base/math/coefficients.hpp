// Written by scripts/derive_math_coefficients.py: do not edit. The script says how each is derived.
#pragma once

// clang-format off
namespace nearness::math::coefficients {

inline constexpr double log_2_high = 0x1.62e42ff000000p-1;
inline constexpr double log_2_low = -0x1.718432a1b0e26p-35;
inline constexpr double log_2_exact_part_1 = 0x1.62e42fefa4000p-1;
inline constexpr double log_2_exact_part_2 = -0x1.8432a1b0e2000p-43;
inline constexpr double log_2_exact_part_3 = -0x1.8cff81a12a17ep-85;
inline constexpr double inverse_log_2 = 0x1.71547652b82fep+0;
inline constexpr double half_log_2_pi_high = 0x1.d67f1c864beb5p-1;
inline constexpr double half_log_2_pi_low = -0x1.65b5a1b7ff5dfp-55;
inline constexpr double inverse_root_two_pi = 0x1.9884533d43651p-2;
inline constexpr double two_pi_high = 0x1.921fb54442d18p+2;
inline constexpr double two_pi_low = 0x1.1a62633145c07p-52;
inline constexpr double half_pi_part_1 = 0x1.921fb54400000p+0;
inline constexpr double half_pi_part_2 = 0x1.0b4611a600000p-34;
inline constexpr double half_pi_part_3 = 0x1.3198a2e000000p-69;
inline constexpr double half_pi_part_4 = 0x1.b839a252049c1p-104;
inline constexpr double inverse_half_pi = 0x1.45f306dc9c883p-1;
inline constexpr double two_thirds_high = 0x1.5555555555555p-1;
inline constexpr double two_thirds_low = 0x1.5555555555555p-55;
inline constexpr double digamma_root_high = 0x1.762d86356be3fp+0;
inline constexpr double digamma_root_low = 0x1.b86a722197829p-54;
inline constexpr double erfc_shift = 0x1.8000000000000p+1;
inline constexpr double erfc_pole = 0x1.8000000000000p-1;
inline constexpr double erfc_scale = 0x1.5400000000000p-1;
inline constexpr double normal_shift = 0x1.1000000000000p+2;
inline constexpr double normal_pole = 0x1.1000000000000p+0;
inline constexpr double normal_scale = 0x1.e000000000000p-2;
inline constexpr double quantile_near_shift = 0x1.0000000000000p+2;
inline constexpr double quantile_far_shift = 0x1.1800000000000p+4;

// (e^r - 1 - r)/r^2 for |r| <= log(2)/2; error 2^-51.9
inline constexpr double exp_tail[] = {
    0x1.0000000000001p-1, 0x1.5555555555556p-3, 0x1.5555555553d67p-5, 0x1.11111111109b4p-7,
    0x1.6c16c1788a49bp-10, 0x1.a01a01a7c327ap-13, 0x1.a019b9133a48ap-16, 0x1.71de0db21e27fp-19,
    0x1.28917e2c43a66p-22, 0x1.af38a0d2d9620p-26,
};

// (2 atanh(s) - 2 s)/s^3 in z = s^2, s = (m - 1)/(m + 1), m within a factor sqrt(2) of 1; error 2^-50.9
inline constexpr double log_tail[] = {
    0x1.5555555555558p-1, 0x1.99999999952dfp-2, 0x1.2492492df1985p-2, 0x1.c71c62e51a9eep-3,
    0x1.7462b4c80c1c4p-3, 0x1.39fe5ca5d7accp-3, 0x1.2b58790128a8ep-3,
};

// (2 atanh(s) - 2 s - 2 s^3/3)/s^5 in z = s^2; error 2^-53.8
inline constexpr double log_second_tail[] = {
    0x1.999999999999ap-2, 0x1.2492492492521p-2, 0x1.c71c71c6eaa6dp-3, 0x1.745d177a90e0dp-3,
    0x1.3b1395d43e912p-3, 0x1.1118c76ff0dd2p-3, 0x1.df7ce152e7058p-4, 0x1.e02d70926101bp-4,
};

// (sin(2 pi r)/r - 2 pi)/r^2 in z = r^2, |r| <= 1/8; error 2^-52.8
inline constexpr double sine_turns_tail[] = {
    -0x1.4abbce625be52p+5, 0x1.466bc6775a476p+6, -0x1.32d2cce500387p+6, 0x1.50783208843ebp+5,
    -0x1.e3027dea82bd7p+3, 0x1.e4a9d9166f052p+1,
};

// (cos(2 pi r) - 1)/r^2 in z = r^2, |r| <= 1/8; error 2^-53.8
inline constexpr double cosine_turns_tail[] = {
    -0x1.3bd3cc9be45dep+4, 0x1.03c1f081b5ac0p+6, -0x1.55d3c7e3cb241p+6, 0x1.e1f5068688d5bp+5,
    -0x1.a6d1eef479be1p+4, 0x1.f9ce245cada0bp+2, -0x1.b2f3eb054afcdp+0,
};

// (sin(r)/r - 1)/r^2 in z = r^2, |r| <= pi/4; error 2^-52.2
inline constexpr double sine_tail[] = {
    -0x1.5555555555555p-3, 0x1.1111111110bb2p-7, -0x1.a01a019e83816p-13, 0x1.71de379654304p-19,
    -0x1.ae600aca92c64p-26, 0x1.5e0b05bff20f2p-33,
};

// (cos(r) - 1 + r^2/2)/r^4 in z = r^2, |r| <= pi/4; error 2^-53.9
inline constexpr double cosine_tail[] = {
    0x1.5555555555555p-5, -0x1.6c16c16c16967p-10, 0x1.a01a019f4e9b4p-16, -0x1.27e4fa17bf139p-22,
    0x1.1eeb68cd22f56p-29, -0x1.907d8f29fe831p-37,
};

// e^(x^2) erfc(x) (x + pole)/scale - 1 in s = (x - shift)/(x + shift), 0 <= x <= 28; error 2^-54.9
inline constexpr double erfc_mapped[] = {
    0x1.62e0e0c377934p-7, -0x1.cca92d6fe1089p-3, 0x1.d015c0dfe89e3p-5, 0x1.50b2ecf7866a5p-5,
    -0x1.0155ce9848a3cp-4, 0x1.5a1a4c3e3af0ep-5, -0x1.0ae7b5673084bp-6, 0x1.1c8c49ae12f53p-9,
    0x1.39dd3466c20e9p-10, -0x1.2ae99ac473f52p-11, -0x1.cde818991576dp-15, 0x1.76c2de82c9774p-14,
    0x1.83d593c93c052p-21, -0x1.e0f569131dcbap-17, -0x1.4b05ebe9847bfp-24, 0x1.4f42886d6f100p-19,
    0x1.79b5a612cfbb7p-23, -0x1.ddeac924207d6p-22, -0x1.63ae33d20dde9p-24, 0x1.2aef13f2bea93p-24,
    0x1.85a1cb217499fp-26, -0x1.cde590634119dp-28, -0x1.a97f03676183fp-29,
};

// e^(t^2/2) normal_cdf(-t) (t + pole)/scale - 1 in s = (t - shift)/(t + shift), 0 <= t <= 39; error 2^-55.0
inline constexpr double normal_mapped[] = {
    0x1.a16e02b2a8939p-7, -0x1.ce914314473a7p-3, 0x1.d74f31731571fp-5, 0x1.4c45e0b3bf85ep-5,
    -0x1.00e33d4d24418p-4, 0x1.5b6501b1e0ec8p-5, -0x1.0e03fd1e98684p-6, 0x1.297a3d7144841p-9,
    0x1.3563f7e9b74c1p-10, -0x1.2ff1e322cf2a0p-11, -0x1.a0d61f5d06c63p-15, 0x1.7937b88f8785cp-14,
    -0x1.4b81d8524cb3cp-22, -0x1.e1b7a23ac4e94p-17, 0x1.ffabb5f391cfap-24, 0x1.50094ffafe2e4p-19,
    0x1.26cb57f57ee11p-23, -0x1.e2635318d7601p-22, -0x1.45c99292ae4e4p-24, 0x1.31ee2730fe237p-24,
    0x1.77eea07dae9a4p-26, -0x1.e2d9d83a7edfdp-28, -0x1.aa2817c312da5p-29,
};

// erf(x)/x - 1 in z = x^2, |x| <= 3/4; the error is that of erf(x); error 2^-56.3
inline constexpr double erf_centre[] = {
    0x1.06eba8214db69p-3, -0x1.812746b0379e7p-2, 0x1.ce2f21a042bc6p-4, -0x1.b82ce31287ce6p-6,
    0x1.565bcd0e2c679p-8, -0x1.c02db3ec9fd99p-11, 0x1.f9a32306e0932p-14, -0x1.f4d1d6286861cp-17,
    0x1.b9dae461077e7p-20, -0x1.5ec0e0bec99f7p-23, 0x1.ef41d2b29a3a8p-27, -0x1.05364c48fa2d3p-30,
};

// x times the remainder of Stirling's formula in z = 1/x^2, x >= 10; error 2^-54.0
inline constexpr double log_gamma_stirling[] = {
    0x1.5555555555555p-4, -0x1.6c16c16c1697ap-9, 0x1.a01a019c03c72p-11, -0x1.3813779693c82p-11,
    0x1.b94706857a0fap-11, -0x1.f37f468d2df0dp-10, 0x1.68126aa4e5981p-8,
};

// log gamma(1 + y)/y, |y| <= 1/4; error 2^-55.3
inline constexpr double log_gamma_near_one[] = {
    -0x1.2788cfc6fb619p-1, 0x1.a51a6625307d3p-1, -0x1.9a4d55beab175p-2, 0x1.151322ac7d6f8p-2,
    -0x1.a8b9c17aefac9p-3, 0x1.5b40cb1052307p-3, -0x1.2703a1adda3c6p-3, 0x1.010b3682c2b41p-3,
    -0x1.c8068e8407601p-4, 0x1.9a0200241b25fp-4, -0x1.7486d02d90398p-4, 0x1.5565b6bdf231dp-4,
    -0x1.3badd89453946p-4, 0x1.252010b5fcc3ap-4, -0x1.085dfb0fbde4cp-4, 0x1.ef72530fe5251p-5,
    -0x1.37b77d9481518p-4, 0x1.26d79c9a2ff4ap-4,
};
inline constexpr double log_gamma_near_one_lows[] = {-0x1.85602efcb73c9p-59, 0x1.9d7a4253d3b14p-56};

// log gamma(2 + y)/y, |y| <= 1/2; error 2^-53.9
inline constexpr double log_gamma_near_two[] = {
    0x1.b0ee6072093cep-2, 0x1.4a34cc4a60fa6p-2, -0x1.13e001a557555p-4, 0x1.51322ac7d8333p-6,
    -0x1.e404fc21d8fe7p-8, 0x1.7add6eadfcc7bp-9, -0x1.38ac5bfce42c1p-10, 0x1.0b36af5972ed1p-11,
    -0x1.d3fd6a9087d23p-13, 0x1.a127cd91ac95bp-14, -0x1.78d8f868f383fp-15, 0x1.5808af19fa483p-16,
    -0x1.3d4ce65b1d70bp-17, 0x1.2620de1c78d97p-18, -0x1.08fccc794a9c7p-19, 0x1.f038cb2f6a913p-21,
    -0x1.37fd97eeee99dp-21, 0x1.2703c6effc4ebp-22,
};
inline constexpr double log_gamma_near_two_lows[] = {0x1.53a23b96dd1f7p-60, 0x1.39b7a8f013487p-56};

// x^2 (log x - 1/(2 x) - digamma(x)) in z = 1/x^2, x >= 8; error 2^-54.0
inline constexpr double digamma_stirling[] = {
    0x1.5555555555555p-4, -0x1.1111111110d4dp-7, 0x1.041041019504ap-8, -0x1.11110c0f1f2c7p-8,
    0x1.f0772017ce3cbp-8, -0x1.58e681bbbe566p-6, 0x1.47c6241721619p-4, -0x1.329aa6d9ffd58p-2,
};

// digamma(x)/(x - root) in y = 2 x - 3, 1 <= x <= 2; error 2^-53.7
inline constexpr double digamma_centre[] = {
    0x1.e6f0cbb873617p-1, -0x1.b1cb63005ee97p-3, 0x1.eca189b8e6da1p-5, -0x1.2feeeb98a7cd8p-6,
    0x1.8512e5905d180p-8, -0x1.fb442029cdbf4p-10, 0x1.4de9aa05d3418p-11, -0x1.b9f8b1367959dp-13,
    0x1.256475e5ac975p-14, -0x1.86355f6f68797p-16, 0x1.03c00801ba958p-17, -0x1.5a071c746535bp-19,
    0x1.cd3e42d157015p-21, -0x1.33661f9073563p-22, 0x1.980fc9c9f0be8p-24, -0x1.1002aaf6255f5p-25,
    0x1.7b3b41b0b38cdp-27, -0x1.f99f529bd0771p-29, 0x1.dc8ae08af0fc4p-31, -0x1.3db05b36d9a48p-32,
    0x1.104c9d0897b58p-32, -0x1.6b107f71aa124p-34,
};
inline constexpr double digamma_centre_lows[] = {-0x1.f789c8f062b61p-55, 0x1.7bb2bc26903b4p-57};

// -normal_quantile(1/2 - q)/q in z = q^2, |q| <= 3/8; error 2^-53.6
inline constexpr double quantile_centre[] = {
    0x1.40d931ff62706p+1, 0x1.4ffddeaa22dc9p+1, 0x1.71713082d97bap+2, 0x1.f55d0d792adedp+3,
    0x1.78494ae255b16p+5, 0x1.2ba8de613aa13p+7, 0x1.f045297139e57p+8, 0x1.a68d0f4d02059p+10,
    0x1.6d92f9b7a1f7ap+12, 0x1.59e03f7a7f11bp+14, 0x1.a38daef2bc3e7p+13, 0x1.226c63c101c5fp+21,
    -0x1.ba134fda68cfap+25, 0x1.3ed63818f3819p+30, -0x1.6ec1fc9a616a4p+34, 0x1.5a9679ed5730fp+38,
    -0x1.0bf076d2dc146p+42, 0x1.527d21b5e7888p+45, -0x1.5b5a1c813a876p+48, 0x1.1ed1b73a09328p+51,
    -0x1.777500b56e9c0p+53, 0x1.7cbf776ac6d41p+55, -0x1.208fbcac817a7p+57, 0x1.33eeec6a07b9cp+58,
    -0x1.9d49ff54d9385p+58, 0x1.0722ac64ba305p+58,
};
inline constexpr double quantile_centre_lows[] = {-0x1.a6b63102d168ep-53, 0x1.d401c6bf7f79cp-56};

// x/w, w = sqrt(-2 log p), x = -normal_quantile(p), in s = (w - shift)/(w + shift), 2 <= w <= 8; error 2^-53.4
inline constexpr double quantile_near[] = {
    0x1.b35a47ecc4b30p-1, 0x1.f1dd62b5232b1p-2, -0x1.846f23b8480a9p-1, 0x1.d1aa398a730e4p-1,
    -0x1.0462891cbd3b8p+0, 0x1.184aeaa0ad274p+0, -0x1.282eb4c20968fp+0, 0x1.35245a046fea2p+0,
    -0x1.403dae87163d4p+0, 0x1.49cde2922c762p+0, -0x1.524432c977ce4p+0, 0x1.59c89fdc7c499p+0,
    -0x1.6093dbc14a7ccp+0, 0x1.66c0f8f227acbp+0, -0x1.6c94955069e75p+0, 0x1.71abd04f19c1cp+0,
    -0x1.742fa85e6b54dp+0, 0x1.7a075da0dc1f9p+0, -0x1.94b1af09e607cp+0, 0x1.8fa4baa063b6ep+0,
    -0x1.0a3df5446e74dp+0, 0x1.303491e4a9334p+0, -0x1.8a7eab94f4e7fp+1, 0x1.6fee3a93d6daap+1,
};
inline constexpr double quantile_near_lows[] = {-0x1.8f6824e97d06bp-55, 0x1.475269dee0753p-56};

// the same for 8 <= w <= 38.6; error 2^-58.0
inline constexpr double quantile_far[] = {
    0x1.f9a78f3e50514p-1, 0x1.61ab2f6bffbd3p-5, -0x1.2de4d3199df42p-4, 0x1.89cfede0a53e4p-4,
    -0x1.d6895831d9d7ap-4, 0x1.0bc89c6469c06p-3, -0x1.282f4b01289ccp-3, 0x1.412e9ebe935a7p-3,
    -0x1.577dc95b576cbp-3, 0x1.6b7ec909e1d09p-3, -0x1.7d95987fea79bp-3, 0x1.8e0126b115bf2p-3,
    -0x1.9cfe77cf6b0a7p-3, 0x1.aaa49f71230d9p-3, -0x1.b753f555e7192p-3, 0x1.c4599bc93a77ap-3,
    -0x1.cec98837980b5p-3, 0x1.cae1a5f4c3b00p-3, -0x1.d7874691cc7f2p-3, 0x1.21531aa3c7ed3p-2,
    -0x1.1daef53b2dfefp-2, 0x1.14adb398f99f5p-4, -0x1.79e50b543b71bp-4, 0x1.4efd090748c05p-1,
    -0x1.4444ccc44a8cep-1,
};
inline constexpr double quantile_far_lows[] = {-0x1.6ba43db807cecp-59, -0x1.53d2c53f21a88p-59};

}  // namespace nearness::math::coefficients
