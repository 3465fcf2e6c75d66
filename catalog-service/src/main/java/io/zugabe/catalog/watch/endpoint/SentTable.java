package io.zugabe.catalog.watch.endpoint;

import io.zugabe.catalog.fit.domain.Authority;
import io.zugabe.catalog.fit.domain.FitAnswer;
import io.zugabe.catalog.fit.domain.FitGroup;
import io.zugabe.catalog.fit.domain.FitTable;
import io.zugabe.catalog.fit.domain.KnownGroups;
import io.zugabe.catalog.fit.domain.TypePair;
import io.zugabe.catalog.v1.FitCell;
import io.zugabe.catalog.v1.FitRow;
import io.zugabe.catalog.v1.FitTableBegin;
import io.zugabe.catalog.v1.FitTableEnd;
import io.zugabe.catalog.v1.GatedTypes;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one follower was told of a fit table. A group that it does not know yet is introduced with its verdicts. */
final class SentTable {

    private final FitTable table;
    private final KnownGroups known;
    private final Map<Authority, Integer> numbers = new HashMap<>();
    private final Set<TypePair> gates = new HashSet<>();

    SentTable(FitTable table) {
        this.table = table;
        this.known = new KnownGroups(table);
    }

    FitTable table() {
        return table;
    }

    /** Sends the whole table. */
    void sendAll(Outbound out) throws InterruptedException {
        out.send(WatchCatalogResponse.newBuilder()
                .setFitTableBegin(FitTableBegin.newBuilder().setVersion(table.version())));
        for (Authority rule : table.rules().rules()) {
            sendRule(rule, out);
        }
        for (Authority statement : table.statements()) {
            sendRule(statement, out);
        }
        for (FitGroup group : List.copyOf(table.groups())) {
            known.add(group);
            out.send(WatchMessages.group(group));
        }
        for (FitGroup host : known.all()) {
            sendRow(host, known.partsFor(host), out);
        }
        for (String type : known.types()) {
            sendGates(type, out);
        }
        out.send(WatchCatalogResponse.newBuilder().setFitTableEnd(FitTableEnd.getDefaultInstance()));
    }

    /** Sends a group with its verdicts, unless it was sent before. */
    void introduce(@Nullable FitGroup group, Outbound out) throws InterruptedException {
        if (group == null || !known.add(group)) {
            return;
        }
        out.send(WatchMessages.group(group));
        sendRow(group, known.partsFor(group), out);
        for (FitGroup host : known.hostsFor(group)) {
            if (host != group) {
                sendRow(host, List.of(group), out);
            }
        }
        sendGates(group.type(), out);
    }

    private void sendRule(Authority authority, Outbound out) throws InterruptedException {
        int number = numbers.size() + 1;
        numbers.put(authority, number);
        out.send(WatchMessages.rule(number, authority));
    }

    private void sendRow(FitGroup host, Iterable<FitGroup> parts, Outbound out) throws InterruptedException {
        FitRow.Builder row = FitRow.newBuilder().setHostGroupId(host.id());
        for (FitGroup part : parts) {
            FitAnswer answer = table.answer(host, part);
            if (answer.verdict().isFit() || answer.excluded()) {
                row.addCells(cell(part, answer));
            }
        }
        if (row.getCellsCount() > 0) {
            out.send(WatchCatalogResponse.newBuilder().setFitRow(row));
        }
    }

    /** A statement that is newer than this table has no number in it; the next table will have it. */
    private FitCell cell(FitGroup part, FitAnswer answer) {
        return WatchMessages.cell(part, answer, authority -> numbers.getOrDefault(authority, 0));
    }

    private void sendGates(String type, Outbound out) throws InterruptedException {
        for (String other : known.types()) {
            sendGate(type, other, out);
            sendGate(other, type, out);
        }
    }

    private void sendGate(String host, String part, Outbound out) throws InterruptedException {
        if (table.gates(host, part) && gates.add(new TypePair(host, part))) {
            out.send(WatchCatalogResponse.newBuilder()
                    .setGatedTypes(GatedTypes.newBuilder().setHostType(host).setPartType(part)));
        }
    }
}
