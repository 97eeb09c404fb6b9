// SPDX-License-Identifier: GPL-3.0-or-later
// Operations a second of one workstation, beside the same bytes inserted bare by one statement a
// batch, and by one commit a row.
#include "tests/bench/blocks.h"
#include "tests/bench/sync/bench_floor.h"

namespace yingda::bench {

namespace {

constexpr int perBatch = 100;
constexpr int batchesPerBlock = 10;
// Single commits are slow and vary little: a few a block will do.
constexpr int singlesPerBlock = 50;

double rate(const std::vector<Sample>& samples, int rowsEach) {
  double ms = 0;
  for (const Sample& sample : samples) ms += sample.wallMs;
  return ms > 0 ? static_cast<double>(samples.size()) * rowsEach * 1e3 / ms : 0;
}

void printRate(const char* name, const std::vector<Sample>& samples, int rowsEach) {
  print(name, samples);
  std::printf("%-34s %.0f operations/s\n", "", rate(samples, rowsEach));
}

}  // namespace

void measureApply(const SyncOptions& options) {
  BenchFloor floor;
  const ServerAddress address = floor.person(QStringLiteral("li"));
  BenchSeat seat(address, 1);
  need(floor.admin().run(QStringLiteral(
      "CREATE TABLE raw(id bigint PRIMARY KEY, header text, body text, made timestamptz DEFAULT"
      " now());"
      "CREATE FUNCTION raw_put(p jsonb) RETURNS void LANGUAGE sql AS $$ INSERT INTO raw(id, header,"
      " body) SELECT * FROM jsonb_to_recordset(p) AS x(s bigint, h text, p text) $$")));
  qint64 singles = 1'000'000'000;
  std::vector<Sample> rawSamples;
  std::vector<Sample> singleSamples;
  std::vector<Sample> ourSamples;
  qsizetype bytes = 0;
  qint64 rawAt = 0;
  double cpuBefore = 0;
  const int blocks = (options.batches + batchesPerBlock - 1) / batchesPerBlock;
  // The first block is warm-up.
  for (int block = 0; block <= blocks; ++block) {
    std::vector<std::vector<SentOperation>> batches;
    for (int i = 0; i < batchesPerBlock; ++i) batches.push_back(seat.maker->make(perBatch));
    std::vector<Sample> ours;
    std::vector<Sample> raw;
    std::vector<Sample> single;
    for (auto batch : batches) {
      for (SentOperation& one : batch) one.sequence = ++rawAt;
      const QString text = QString::fromUtf8(batchJson(batch));
      bytes += text.size();
      raw.push_back(measure([&] {
        auto done =
            need(floor.admin().ask(QStringLiteral("SELECT raw_put(?::text::jsonb)"), {text}));
      }));
    }
    if (block == 0) {
      need(floor.admin().run(
          QStringLiteral("PREPARE put(bigint, text, text) AS"
                         " INSERT INTO raw(id, header, body) VALUES($1, $2, $3)")));
    }
    for (int i = 0; i < singlesPerBlock; ++i) {
      const SentOperation& one = batches.front()[static_cast<size_t>(i)];
      const QString put = QStringLiteral("EXECUTE put(%1, '%2', '%3')")
                              .arg(++singles)
                              .arg(QString::fromUtf8(one.header), QString::fromUtf8(one.payload));
      single.push_back(measure([&] { need(floor.admin().ask(put)); }));
    }
    for (const auto& batch : batches) ours.push_back(measure([&] { seat.send(batch); }));
    if (block == 0) {
      cpuBefore = floor.serverCpuMs(address.login);
      continue;
    }
    rawSamples.insert(rawSamples.end(), raw.begin(), raw.end());
    singleSamples.insert(singleSamples.end(), single.begin(), single.end());
    ourSamples.insert(ourSamples.end(), ours.begin(), ours.end());
  }
  std::printf("one workstation, batches of %d, %.0f bytes an operation on the wire\n", perBatch,
              static_cast<double>(bytes) / static_cast<double>(rawAt));
  printRate("raw: one commit a row", singleSamples, 1);
  printRate("raw: bare insert of a batch", rawSamples, perBatch);
  printRate("ours: apply_ops of a batch", ourSamples, perBatch);
  std::printf(
      "%-34s %.2f of the bare insert's rate; the server computes %.1f ms a batch\n\n", "",
      rate(ourSamples, perBatch) / std::max(1.0, rate(rawSamples, perBatch)),
      (floor.serverCpuMs(address.login) - cpuBefore) / static_cast<double>(ourSamples.size()));
}

}  // namespace yingda::bench
