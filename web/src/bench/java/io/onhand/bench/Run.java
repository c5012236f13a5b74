package io.onhand.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * One case, once, under load: every client works until the time is over.
 *
 * @param events acknowledged
 * @param seconds until the last client was done
 * @param cpu used meanwhile
 * @param nanos how long each piece of work took
 */
record Run(long events, double seconds, CpuTime cpu, long[] nanos) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MS = 1e6;
    private static final double MICROS_PER_SECOND = 1e6;

    /** What one client did. */
    private record Done(long events, LongStream nanos) {}

    static Run of(BenchWorld world, int clients, Client.Maker maker, Duration time)
            throws Exception {
        List<Client> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                all.add(maker.make(i));
            }
            CpuTime before = cpu(world);
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Future<Done>> running =
                    all.stream().map(client -> threads.submit(() -> work(client, end))).toList();
            List<Done> done = results(running);
            double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
            return new Run(
                    done.stream().mapToLong(Done::events).sum(),
                    seconds,
                    cpu(world).minus(before),
                    done.stream().flatMapToLong(Done::nanos).toArray());
        } finally {
            for (Client client : all) {
                client.close();
            }
        }
    }

    private static CpuTime cpu(BenchWorld world) {
        return CpuTime.now(world.server().pid(), world.program().pid());
    }

    private static Done work(Client client, long end) throws Exception {
        long events = 0;
        var nanos = LongStream.builder();
        for (long now = System.nanoTime(); now < end; ) {
            events += client.work();
            long after = System.nanoTime();
            nanos.add(after - now);
            now = after;
        }
        return new Done(events, nanos.build());
    }

    private static List<Done> results(List<Future<Done>> running)
            throws InterruptedException, ExecutionException {
        List<Done> done = new ArrayList<>();
        for (Future<Done> one : running) {
            done.add(one.get());
        }
        return done;
    }

    double eventsPerSecond() {
        return events / seconds;
    }

    double databaseMicros() {
        return perEvent(cpu.database());
    }

    double programMicros() {
        return perEvent(cpu.program());
    }

    double clientMicros() {
        return perEvent(cpu.client());
    }

    private double perEvent(long micros) {
        return events == 0 ? 0 : (double) micros / events;
    }

    /** Processors that were busy with other people's work. */
    double othersProcessors() {
        return cpu.others() / (seconds * MICROS_PER_SECOND);
    }

    double p50Ms() {
        return Spread.percentile(nanos, 0.5) / NANOS_PER_MS;
    }

    double p99Ms() {
        return Spread.percentile(nanos, 0.99) / NANOS_PER_MS;
    }
}
