// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a future's result to a receiver that may have died meanwhile.
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace yingda {

/// Calls `use(result)` on the receiver's thread, or never when the receiver died or the future was
/// cancelled. (QFuture::then with a context asserts in Qt 6.4.2 when the context died first, and is
/// banned.)
template <class T, class F>
void deliver(const QFuture<T>& future, QObject* receiver, F use) {
  auto* watcher = new QFutureWatcher<T>(receiver);
  QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                   [watcher, use = std::move(use)]() mutable {
                     watcher->deleteLater();
                     if (watcher->isCanceled()) return;
                     if constexpr (std::is_void_v<T>) {
                       use();
                     } else {
                       use(watcher->result());
                     }
                   });
  watcher->setFuture(future);
}

}  // namespace yingda
