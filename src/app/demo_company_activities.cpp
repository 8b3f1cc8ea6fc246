// SPDX-License-Identifier: Apache-2.0
#include "app/demo_company_journeys.hpp"

namespace accord::app::demo {
namespace {

using enum fact::ActivityKind;

/// Something people do; `%` stands for the product. No names: personal data lives in contacts and people.
struct Deed {
  fact::ActivityKind kind;
  std::string_view subject_line;
};
constexpr Deed on_inquiry[] = {{email, "Answered the inquiry about the %"},
                               {call, "Asked what they measure and by when"},
                               {email, "Sent the brochure of the %"},
                               {task, "Looked up the plant and its owner"},
                               {call, "Left a message; will try again"}};
constexpr Deed on_handover[] = {{call, "First call: introduced ourselves"},
                                {email, "Proposed a date for a first talk about the %"},
                                {call, "Talked through the application, 20 minutes"},
                                {call, "No answer; left a message"}};
constexpr Deed on_acceptance[] = {{call, "Asked for media, pressure and temperature range"},
                                  {email, "Sent the questionnaire for sizing"},
                                  {meeting, "Online meeting with engineering"}};
constexpr Deed on_qualification[] = {{call, "Went through the specification of the %"},
                                     {meeting, "Met purchasing and the plant's engineers"},
                                     {visit, "Walked through the plant; looked at the measuring points"},
                                     {demo, "Showed the % at their site"},
                                     {email, "Sent drawings and connection sizes"},
                                     {call, "Asked about budget and who decides"},
                                     {task, "Asked application engineering for sizing"}};
constexpr Deed on_proposal[] = {
    {email, "Sent the written offer for the %"},      {call, "Asked whether the offer answers everything"},
    {meeting, "Went through the offer line by line"}, {email, "Answered questions about delivery time"},
    {call, "Asked where the decision stands"},        {visit, "Showed a reference plant"}};
constexpr Deed on_negotiation[] = {{call, "Talked about payment terms"},
                                   {meeting, "Negotiated price and service contract"},
                                   {email, "Sent the revised offer for the %"},
                                   {call, "Asked for the order number"},
                                   {email, "Confirmed the delivery week"}};
constexpr Deed on_neglect[] = {{email, "Sent the application note; nobody of sales had been in touch"},
                               {call, "Called ourselves: they still wait for a salesperson"},
                               {email, "Invited to the webinar on the %"},
                               {task, "Asked sales who takes this one"}};
constexpr Deed on_support[] = {{email, "Sent the case study on the %"},
                               {meeting, "Joined the call to show how others use the %"},
                               {task, "Made the comparison sheet that sales asked for"},
                               {visit, "Joined the visit with sales"}};

template <std::size_t N>
Deed pick(const Deed (&deeds)[N], Dice& dice) {
  return dice.pick(deeds);
}

Deed deed_at(Step step, Side side, Dice& dice) {
  if (side == Side::marketing && step == Step::handed_over) return pick(on_neglect, dice);
  if (side == Side::marketing && step > Step::handed_over) return pick(on_support, dice);
  switch (step) {
    case Step::inquiry:
      return pick(on_inquiry, dice);
    case Step::handed_over:
      return pick(on_handover, dice);
    case Step::accepted:
      return pick(on_acceptance, dice);
    case Step::qualified:
      return pick(on_qualification, dice);
    case Step::proposal:
      return pick(on_proposal, dice);
    default:
      return pick(on_negotiation, dice);
  }
}

}  // namespace

Touch touch_at(Step step, Side side, Instant at, std::size_t person, const Item& item, Dice& dice) {
  const Deed deed = deed_at(step, side, dice);
  std::string text(deed.subject_line);
  if (const auto place = text.find('%'); place != std::string::npos) text.replace(place, 1, item.product.key);
  return {at, person, deed.kind, std::move(text)};
}

}  // namespace accord::app::demo
