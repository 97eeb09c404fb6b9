// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, signing in and answering, the same for every verb.
#include <QFile>
#include <cstdio>

#include "app/admin/refusal.h"
#include "app/admin/verb.h"
#include "core/base/paths.h"
#include "core/store/journal.h"

namespace yingda::admin {

Session::Session(const QCommandLineParser& parser, QStringList words)
    : m_parser(parser), m_words(std::move(words)) {}

bool Session::wantsJson() const { return m_parser.isSet(QStringLiteral("json")); }

Instant Session::now() const {
  const auto given = instantFromIso(m_parser.value(QStringLiteral("now")));
  return given ? *given : SystemClock().now();
}

QString Session::storeFolder() const {
  const QString given = m_parser.value(QStringLiteral("store"));
  return given.isEmpty() ? defaultStoreFolder() : given;
}

bool Session::hasStore() const {
  const QString journal = Journal::fileIn(storeFolder());
  // A lost journal beside its WAL is a damaged store, which opening tells.
  return QFile::exists(journal) || QFile::exists(journal % QStringLiteral("-wal"));
}

Backend* Session::store() {
  if (!hasStore()) {
    m_failure = refuse(QStringLiteral("这个文件夹里没有应答的存储：%1。请检查 --store。")
                           .arg(storeFolder().left(200)));
    return nullptr;
  }
  return openStore();
}

Backend* Session::storeOrNew() { return openStore(); }

Backend* Session::openStore() {
  if (m_backend) return m_backend.get();
  BackendOptions options;
  options.folder = storeFolder();
  options.isHeadless = true;
  auto opened = Backend::open(options);
  if (!opened) {
    m_failure = refuse(opened.error());
    return nullptr;
  }
  // The screens say that a cache is being rebuilt; an answer on a command line must be whole.
  if (const auto inStep = waited((*opened)->agents()); !inStep) {
    m_failure = refuse(inStep.error());
    return nullptr;
  }
  m_backend = std::move(*opened);
  return m_backend.get();
}

bool Session::signIn() {
  Backend* backend = store();
  if (!backend) return false;
  QString login = m_parser.value(QStringLiteral("by"));
  if (login.isEmpty()) {
    const auto agents = waited(backend->peopleHere());
    if (!agents || agents->empty()) {
      m_failure = refuse(
          QStringLiteral("这个存储里还没有人员。先用 user add 登记一位，或打开应答完成首次设置。"));
      return false;
    }
    login = agents->front().staffNumber;
  }
  const auto agent = waited(backend->signInTrusted(login));
  if (!agent) {
    m_failure = refuse(QStringLiteral("没有工号为 %1 的在职人员。").arg(login.left(40)));
    return false;
  }
  backend->enter(*agent);
  return true;
}

Exit Session::answer(const QJsonObject& json, const QString& text) const {
  const QByteArray bytes =
      wantsJson() ? QJsonDocument(json).toJson(QJsonDocument::Compact) : text.toUtf8();
  std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
  std::fputc('\n', stdout);
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return Exit::Done;
  return refuse(QStringLiteral("结果写不出去：标准输出已满或已关闭。"));
}

void tellWhy(const QString& sentence) {
  constexpr qsizetype lengthMax = 300;
  QString line = sentence.left(lengthMax);
  // What was typed is quoted in it: neither a line break nor a terminal's command may come along.
  for (QChar& c : line) {
    if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format) c = u' ';
  }
  std::fprintf(stderr, "%s\n", line.toUtf8().constData());
}

Exit Session::refuse(const QString& sentence) const {
  tellWhy(sentence);
  return Exit::Refused;
}

Exit Session::refuse(const Error& error) const { return refuse(refusalText(error)); }

Exit Session::misused(const QString& sentence) const {
  tellWhy(sentence);
  return Exit::WrongUsage;
}

}  // namespace yingda::admin
