// SPDX-License-Identifier: GPL-3.0-or-later
// A thread that runs tasks in order and hands their results back as futures.
#pragma once

#include <QFuture>
#include <QPromise>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace yingda {

/// Runs tasks one after the other. Only values go in and out.
/// Thread: run() from any. Owner: Backend. Limits: tasks are short (20 ms) unless they are the
/// thread's purpose.
class TaskThread {
 public:
  explicit TaskThread(const char* name);
  /// Finishes every queued task, then joins.
  ~TaskThread();
  TaskThread(const TaskThread&) = delete;
  TaskThread& operator=(const TaskThread&) = delete;

  /// Queues `task`; its return value arrives in the future.
  template <class F>
  auto run(F task) -> QFuture<std::invoke_result_t<F>> {
    using T = std::invoke_result_t<F>;
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QFuture<T> future = promise->future();
    post([promise, task = std::move(task)]() mutable {
      if constexpr (std::is_void_v<T>) {
        task();
      } else {
        promise->addResult(task());
      }
      promise->finish();
    });
    return future;
  }
  /// Runs `task` there and waits for its result. Never called on the UI thread.
  template <class F>
  auto runAndWait(F task) -> std::invoke_result_t<F> {
    if (isCurrent()) return task();
    auto future = run(std::move(task));
    future.waitForFinished();
    if constexpr (!std::is_void_v<std::invoke_result_t<F>>) return future.result();
  }
  /// Queues a task whose end nobody waits for.
  void post(std::function<void()> task);
  /// Like post, but runs only when nothing else waits.
  void postIdle(std::function<void()> task);
  bool isCurrent() const { return std::this_thread::get_id() == m_thread.get_id(); }
  /// How many tasks wait, the idle ones apart.
  size_t waiting() const;

 private:
  void work();

  const char* m_name;
  mutable std::mutex m_mutex;
  std::condition_variable m_wake;
  std::deque<std::function<void()>> m_tasks;
  std::deque<std::function<void()>> m_idleTasks;
  bool m_stopping = false;
  std::thread m_thread;
};

}  // namespace yingda
