// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the facts of a test, label and fact in a row each.
#include "ui/shell/join_result.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include "ui/kit/clean_text.h"
#include "ui/kit/rich_label.h"
#include "ui/parts/sync_text.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr int peopleMost = 6;

/// A server may say a page; the person needs its beginning.
constexpr qsizetype detailMost = 240;

QString roleTextOf(const QString& role) {
  const auto known = roleFromText(role);
  return known ? roleText(*known) : role;
}

/// Who becomes whom; empty when there is nobody.
QString peopleText(const std::vector<JoinPerson>& people) {
  QStringList lines;
  for (const JoinPerson& person : people) {
    const QString who = cleanText(person.staffNumber % u' ' % person.name, Lines::Join);
    if (person.isSame()) {
      lines << JoinResult::tr("%1：和服务器上的同一工号合为一人，用服务器的密码登录").arg(who);
    } else if (person.there.isNull()) {
      lines << JoinResult::tr("%1：服务器上还没有登记，先用 PIN 在本机登录").arg(who);
    } else {
      lines << JoinResult::tr("%1：这个工号在服务器上是%2，不合并；请管理员改工号")
                   .arg(who, cleanText(person.thereName, Lines::Join));
    }
    if (lines.size() == peopleMost && people.size() > peopleMost) {
      lines << JoinResult::tr("还有 %1 人").arg(people.size() - peopleMost);
      break;
    }
  }
  return lines.join(u'\n');
}

}  // namespace

JoinResult::JoinResult(QWidget* parent)
    : QWidget(parent),
      m_title(new Label({}, FontRole::Title15)),
      m_text(new RichLabel(FontRole::Body13, Token::Text2)),
      m_facts(new QGridLayout),
      m_note(new RichLabel(FontRole::Small12, Token::Text2)) {
  setObjectName(QStringLiteral("join.result"));
  m_title->setObjectName(QStringLiteral("join.result.title"));
  m_note->setObjectName(QStringLiteral("join.result.note"));
  m_text->setLineSpacing(1.6);
  m_note->setLineSpacing(1.6);
  m_facts->setHorizontalSpacing(16);
  m_facts->setVerticalSpacing(8);
  m_facts->setColumnStretch(1, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  column->addWidget(m_title);
  column->addWidget(m_text);
  column->addLayout(m_facts);
  column->addWidget(m_note);
  column->addStretch(1);
}

QString JoinResult::title() const { return m_title->text(); }

void JoinResult::clear(const QString& title, const QString& text) {
  while (QLayoutItem* item = m_facts->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  m_title->setText(title);
  m_text->setText(text);
  m_text->setVisible(!text.isEmpty());
  m_note->setText({});
  m_note->hide();
}

void JoinResult::addFact(const QString& name, const QString& fact) {
  if (fact.isEmpty()) return;
  auto* label = new Label(name, FontRole::Body13, Token::Text2);
  label->setElides(false);
  auto* text = new RichLabel;
  text->setText(fact);
  const int row = m_facts->rowCount();
  m_facts->addWidget(label, row, 0, Qt::AlignTop);
  m_facts->addWidget(text, row, 1);
}

void JoinResult::showIdle() {
  clear(tr("先测试，再加入"),
        tr("测试连一下服务器就断开，什么都不改。\n\n地址、登录名和第一个密码由管理员给。"));
}

void JoinResult::showTesting() {
  clear(tr("正在测试…"), tr("正在连服务器、核对证书和登录名。填的都还在。"));
}

void JoinResult::showFound(const JoinTest& test) {
  clear(test.company.isEmpty() ? tr("连上了") : test.company, {});
  addFact(tr("结果"), tr("✓ 连上了，登录名和密码都对"));
  addFact(tr("您的岗位"), roleTextOf(test.role));
  const bool hasWork = test.unsent > 0 || test.households > 0 || test.tickets > 0;
  addFact(tr("带过去"), hasWork ? tr("%1 户、%2 张工单，共 %3 步操作，不用重录")
                                      .arg(countText(test.households), countText(test.tickets),
                                           countText(test.unsent))
                                : tr("这台电脑上还没有内容"));
  addFact(tr("人员"), peopleText(test.people));
  addFact(tr("加入以后"), tr("断线照常接电话，连上自动发；工单号不变"));
  const QString skew = clockOffsetText(test.clockOffset);
  m_note->setText(skew);
  m_note->setVisible(!skew.isEmpty());
}

void JoinResult::showFault(const JoinTest& test) {
  clear(troubleText(test.fault), tr("什么都没有改动，填的都还在。改好再测一次。"));
  const QString detail = cutText(cleanText(test.detail, Lines::Join).simplified(), detailMost);
  if (detail.isEmpty()) return;
  m_note->setText(tr("服务器的原话：%1").arg(detail));
  m_note->show();
}

void JoinResult::showJoining(const SyncView& view) {
  clear(tr("正在加入"), tr("班组的工单和资料正在复制到这台电脑。复制完之前可以取消，"
                           "这台电脑上录过的都原样留着。"));
  addFact(tr("服务器"), view.company.isEmpty() ? view.server : view.company);
  addFact(tr("还要发出"),
          view.unsent > 0 ? tr("%1 步操作").arg(countText(view.unsent)) : QString());
  addFact(tr("已经复制"), view.copied > 0 ? tr("%1 行").arg(countText(view.copied)) : QString());
}

void JoinResult::showCancelled(qint64 kept) {
  clear(tr("已取消加入"), tr("这台电脑又单独使用，录过的都在。填的也都还在，可以再加入。"));
  if (kept == 0) return;
  m_note->setText(
      tr("取消前已经发出的 %1 步操作留在服务器上，再加入时接着发。").arg(countText(kept)));
  m_note->show();
}

}  // namespace yingda::ui
