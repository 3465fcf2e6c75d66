package io.zugabe.segmentation.privacy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.domain.LoggedEvent;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.domain.ProfileRead;
import io.zugabe.segmentation.uplift.UnitRows;
import io.zugabe.segmentation.uplift.domain.UnitRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Copies what is stored about a person. Reads page by page, as fast as it is taken. */
@ApplicationScoped
public class ExportCustomer {

    private static final EventLog.Most PAGE = new EventLog.Most(1_000, 4 << 20);
    private static final int READS = 1_000;
    private static final int ROWS = 200;

    private final People people;
    private final PersonalEvents events;
    private final ReadLog reads;
    private final UnitRows trainingData;

    public ExportCustomer(People people, PersonalEvents events, ReadLog reads, UnitRows trainingData) {
        this.people = people;
        this.events = events;
        this.reads = reads;
        this.trainingData = trainingData;
    }

    /** Everybody who is the same person as the subject. */
    public Uni<Set<Subject>> person(Subject subject) {
        return people.same(subject);
    }

    /** Everything that the person did, oldest first, archives included. */
    public Multi<LoggedEvent> events(Set<Subject> person) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicLong(), position -> nextPart(person, position))
                .whilst(part -> !part.last())
                .onItem()
                .transformToIterable(part -> part.page().events());
    }

    private Uni<PersonalEvents.Part> nextPart(Set<Subject> person, AtomicLong position) {
        return events.read(person, position.get(), PAGE)
                .invoke(part -> position.set(part.page().position()));
    }

    /** The rows to learn uplift from that are about the person, by data set. */
    public Multi<UnitRow> trainingRows(Set<Subject> person) {
        List<String> units = person.stream().map(Subject::key).toList();
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<@Nullable UnitRow>(), last -> nextRows(units, last))
                .whilst(rows -> rows.size() == ROWS)
                .onItem()
                .transformToIterable(rows -> rows);
    }

    private Uni<List<UnitRow>> nextRows(List<String> units, AtomicReference<@Nullable UnitRow> last) {
        UnitRow before = last.get();
        String dataset = before == null ? "" : before.dataset();
        String unit = before == null ? "" : before.row().unitId();
        return trainingData.ofUnits(units, dataset, unit, ROWS).invoke(rows -> {
            if (!rows.isEmpty()) {
                last.set(rows.getLast());
            }
        });
    }

    /** The latest reads, latest first, at most 1,000. */
    public Multi<ProfileRead> reads(Set<Subject> person) {
        return reads.list(person, new PageRequest(READS, ""))
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .map(ReadLog.Numbered::read);
    }

    /** A page of reads, latest first. */
    public Uni<List<ReadLog.Numbered>> readsPage(Subject subject, PageRequest page) {
        return people.same(subject).chain(person -> reads.list(person, page));
    }
}
