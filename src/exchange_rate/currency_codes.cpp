// SPDX-License-Identifier: Apache-2.0
#include "exchange_rate/exchange_rate.hpp"

namespace accord::exchange_rate {
namespace {

constexpr std::string_view in_use =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF "
    "CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD "
    "HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD "
    "LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK "
    "PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS "
    "TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

/// Those that published histories hold and nobody pays in any more.
constexpr std::string_view formerly =
    "ATS BEF CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MTL NLG PTE ROL SIT SKK TRL ZMK";

bool has(std::string_view codes, std::string_view code) {
  for (std::size_t at = 0; at + 3 <= codes.size(); at += 4) {
    if (codes.substr(at, 3) == code) return true;
  }
  return false;
}

}  // namespace

std::string_view codes_in_use() { return in_use; }

bool is_currency(std::string_view code) {
  return code.size() == 3 && (has(in_use, code) || has(formerly, code));
}

void refuse_unknown_currency(const std::optional<Money>& amount) {
  if (!amount) return;
  const std::string code(amount->currency.text());
  refuse_if(!is_currency(code), currency_unknown, code);
}

}  // namespace accord::exchange_rate
