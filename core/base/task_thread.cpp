// SPDX-License-Identifier: GPL-3.0-or-later
// The queue behind TaskThread: the only place in the program with a lock.
#include "core/base/task_thread.h"

#include <pthread.h>

namespace yingda {

TaskThread::TaskThread(const char* name) : m_name(name), m_thread([this] { work(); }) {}

TaskThread::~TaskThread() {
  {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
    m_idleTasks.clear();
  }
  m_wake.notify_all();
  m_thread.join();
}

void TaskThread::post(std::function<void()> task) {
  {
    const std::lock_guard lock(m_mutex);
    m_tasks.push_back(std::move(task));
  }
  m_wake.notify_one();
}

void TaskThread::postIdle(std::function<void()> task) {
  {
    const std::lock_guard lock(m_mutex);
    if (m_stopping) return;
    m_idleTasks.push_back(std::move(task));
  }
  m_wake.notify_one();
}

size_t TaskThread::waiting() const {
  const std::lock_guard lock(m_mutex);
  return m_tasks.size();
}

void TaskThread::work() {
  pthread_setname_np(pthread_self(), m_name);
  for (;;) {
    std::function<void()> task;
    {
      std::unique_lock lock(m_mutex);
      m_wake.wait(lock, [this] { return m_stopping || !m_tasks.empty() || !m_idleTasks.empty(); });
      auto& queue = m_tasks.empty() ? m_idleTasks : m_tasks;
      if (queue.empty()) return;
      task = std::move(queue.front());
      queue.pop_front();
    }
    task();
  }
}

}  // namespace yingda
