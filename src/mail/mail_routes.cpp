// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "mail/mail_address.hpp"
#include "mail/mail_store.hpp"

namespace accord::mail {
namespace {

MailView show_mail(const Read& read, const web::Input&) {
  MailView view;
  const auto setting = find_setting(read).value_or(MailSetting{});
  view.server = setting.server;
  view.server_user = setting.server_user;
  view.sender = setting.sender;
  view.links_at = setting.links_at;
  view.mailbox = setting.mailbox;
  view.mailbox_user = setting.mailbox_user;
  view.is_demo = people::company(read).is_demo;
  view.is_sending = is_set_up(read);
  view.is_reading = !setting.mailbox.empty();
  view.waiting_count = count_waiting(read);
  view.given_up_count = count_given_up(read);
  const auto out = find_state(read, "out").value_or(MailState{});
  view.sent_at = out.worked_at;
  view.sending_failed_at = out.failed_at;
  view.sending_error = out.error;
  view.sending_remedy = out.remedy;
  const auto in = find_state(read, "in").value_or(MailState{});
  view.read_at = in.worked_at;
  view.reading_failed_at = in.failed_at;
  view.reading_error = in.error;
  view.reading_remedy = in.remedy;
  return view;
}

MailSetting checked(const MailSettingDraft& draft) {
  MailSetting setting;
  setting.server = trimmed(draft.server);
  refuse_if(!setting.server.empty() && !smtp_server(setting.server), mail_server_unfit, setting.server);
  setting.mailbox = trimmed(draft.mailbox);
  refuse_if(!setting.mailbox.empty() && !imap_server(setting.mailbox), mail_server_unfit, setting.mailbox);
  setting.sender = trimmed(draft.sender);
  refuse_if(!setting.sender.empty() && !is_address(setting.sender), mail_address_unfit, setting.sender);
  setting.links_at = trimmed(draft.links_at);
  refuse_if(!setting.links_at.empty() && !is_links_address(setting.links_at), links_address_unfit,
            setting.links_at);
  refuse_if(!setting.server.empty() && (setting.sender.empty() || setting.links_at.empty()),
            mail_setting_incomplete);
  setting.server_user = trimmed(draft.server_user);
  setting.mailbox_user = trimmed(draft.mailbox_user);
  return setting;
}

web::Done change_mail(Write& write, const web::Input&, const MailSettingDraft& draft) {
  auto setting = checked(draft);
  const auto before = find_setting(write);
  if (before) {
    setting.id = before->id;
    write.update(setting);
  } else {
    write.insert(setting);
  }
  return {};
}

Listed<MailMessage> messages(const Read& read, const web::Input& input) {
  return list<MailMessage>(read, input.list());
}

web::Done send_test(Write& write, const web::Input&, const TestMessage& test) {
  const bool is_posted =
      post(write, {"test", std::string(trimmed(test.to_address)), "Accord: mail arrives",
                   "This message was sent by Accord to see whether mail arrives. It does.\n\nSent by " +
                       write.actor().name + ".\n"});
  refuse_if(!is_posted, too_many_letters);
  return {};
}

}  // namespace

const Subject subject{
    .name = "mail",
    .schema = schema(),
    .routes = {web::get("/mail", manage_mail, "Show whether mail is set up, and how it goes.", show_mail),
               web::act(web::Method::put, "/mail", manage_mail, "Set mail up.", change_mail),
               web::get_list<MailMessage>("/mail-messages", manage_mail,
                                          "List messages that wait, were sent or were given up.", messages),
               web::act(web::Method::post, "/mail-messages", manage_mail,
                        "Send a message that only tries whether mail arrives.", send_test)},
    .pages = {{"/mail", "Mail", "Company", manage_mail, "MailPage"}},
    .rules = {&mail_not_set_up, &mail_server_unfit, &mail_address_unfit, &links_address_unfit,
              &mail_setting_incomplete, &too_many_letters},
    .forget = &forget_addresses};

}  // namespace accord::mail
