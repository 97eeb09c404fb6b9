// SPDX-License-Identifier: GPL-3.0-or-later
// The facade's knowledge: what may be said today, and the work on it.
#include "core/base/deliver.h"
#include "core/service/backend_parts.h"
#include "core/service/knowledge_service.h"
#include "core/service/piece_words.h"

namespace yingda {

namespace {

Error notYet() { return {ErrorCode::NotYet, QStringLiteral("cache is being rebuilt")}; }

}  // namespace

void Backend::fetchShelf() {
  Parts& parts = *m_parts;
  parts.isShelfStale = true;
  if (parts.isShelfAsked) return;
  parts.isShelfAsked = true;
  parts.isShelfStale = false;
  Workplace& workplace = parts.workplace;
  auto asked = workplace.readThread().run([&workplace]() -> Result<Shelf> {
    Database* database = workplace.readDatabase();
    if (!database) return notYet();
    return KnowledgeService(workplace, *database, std::nullopt).shelf();
  });
  deliver(asked, this, [this, &workplace](const Result<Shelf>& shelf) {
    m_parts->isShelfAsked = false;
    // A store in which nobody wrote anything says what ships, and its index stands already.
    const bool isSame = shelf && shelf->isShipped && m_parts->isShelfShipped;
    if (shelf) m_parts->shelfDay = shelf->day;
    if (shelf && !isSame) {
      m_parts->isShelfShipped = shelf->isShipped;
      m_parts->starter.articles = shelf->articles;
      m_parts->starter.scripts = shelf->scripts;
      m_parts->starter.factCards = shelf->factCards;
      m_parts->starter.outsideNumbers = shelf->outsideNumbers;
      workplace.fillShelf(shelf->articles);
    }
    Q_EMIT knowledgeChanged();
    if (m_parts->isShelfStale) fetchShelf();
  });
}

QFuture<Result<KnowledgeView>> Backend::knowledge() {
  Workplace& workplace = m_parts->workplace;
  return workplace.readThread().run([&workplace, me = m_parts->session]() -> Result<KnowledgeView> {
    Database* database = workplace.readDatabase();
    if (!database) return notYet();
    return KnowledgeService(workplace, *database, me).view();
  });
}

QFuture<Result<PieceView>> Backend::piece(const QString& id) {
  Workplace& workplace = m_parts->workplace;
  return workplace.readThread().run([&workplace, me = m_parts->session, id]() -> Result<PieceView> {
    Database* database = workplace.readDatabase();
    if (!database) return notYet();
    return KnowledgeService(workplace, *database, me).piece(id);
  });
}

QFuture<Result<PieceView>> Backend::writePiece(const QString& id, PieceForm form,
                                               const ArticleText& text) {
  return m_parts->asActor<PieceView>(
      [id, form, text](Workplace& place, const Agent& actor) -> Result<PieceView> {
        KnowledgeService service(place, place.cacheDatabase(), actor);
        const auto written = service.write(id, form, text);
        return written ? service.piece(*written) : Result<PieceView>(written.error());
      });
}

QFuture<Result<PieceView>> Backend::stepPiece(const QString& id, ArticleStep step,
                                              const PieceDays& days) {
  return m_parts->asActor<PieceView>(
      [id, step, days](Workplace& place, const Agent& actor) -> Result<PieceView> {
        KnowledgeService service(place, place.cacheDatabase(), actor);
        const auto done = service.step(id, step, days);
        return done ? service.piece(id) : Result<PieceView>(done.error());
      });
}

QFuture<Result<void>> Backend::judgePiece(const QString& id,
                                          std::optional<NotUsefulReason> reason) {
  return m_parts->asActor<void>([id, reason](Workplace& place, const Agent& actor) {
    return KnowledgeService(place, place.cacheDatabase(), actor).judge(id, reason);
  });
}

QFuture<Result<void>> Backend::readBulletin(const QString& id) {
  return m_parts->asActor<void>([id](Workplace& place, const Agent& actor) {
    return KnowledgeService(place, place.cacheDatabase(), actor).noteRead(id);
  });
}

QFuture<Result<std::vector<FactRemark>>> Backend::checkWords(PieceForm form,
                                                             const ArticleText& text) {
  auto& lane = m_parts->factsCancel;
  if (lane) lane->store(true);
  lane = std::make_shared<std::atomic<bool>>(false);
  return m_parts->copilot->run(
      [cancel = lane, form, text,
       cards = m_parts->starter.factCards]() -> Result<std::vector<FactRemark>> {
        if (cancel->load()) return Error{ErrorCode::Cancelled, QStringLiteral("newer words")};
        ArticleVersion version;
        version.text = text;
        return factRemarks({}, form, version, cards);
      });
}

QFuture<Result<void>> Backend::noteMiss(const QString& words) {
  return m_parts->asActor<void>([words](Workplace& place, const Agent& actor) {
    return KnowledgeService(place, place.cacheDatabase(), actor).noteMiss(words);
  });
}

}  // namespace yingda
