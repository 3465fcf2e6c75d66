package io.zugabe.segmentation.segment;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.segmentation.segment.domain.Condition;
import io.zugabe.segmentation.segment.domain.ConditionCompiler;
import io.zugabe.segmentation.segment.domain.ConditionFault;
import io.zugabe.segmentation.segment.domain.PublishedSegment;
import io.zugabe.segmentation.segment.domain.SegmentBook;
import io.zugabe.segmentation.segment.domain.SegmentVersion;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The segments in force, in memory. */
@ApplicationScoped
@Priority(CurrentSegments.FIRST)
public class CurrentSegments implements RuleFollower {

    /** Segments are read before what asks for them. */
    static final int FIRST = 100;

    private static final Logger LOG = Logger.getLogger(CurrentSegments.class);

    private final SegmentStore store;
    private final BuiltInSegments builtIn;
    private final ConditionCompiler compiler;
    private volatile SegmentBook book;

    public CurrentSegments(SegmentStore store, BuiltInSegments builtIn, ConditionCompiler compiler) {
        this.store = store;
        this.builtIn = builtIn;
        this.compiler = compiler;
        this.book = new SegmentBook(0, List.of());
    }

    /** All segments in force. */
    public SegmentBook book() {
        return book;
    }

    @Override
    public Uni<Void> follow(long revision) {
        return store.inForce()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(versions -> take(revision, versions))
                .replaceWithVoid();
    }

    private synchronized void take(long revision, List<SegmentVersion> versions) {
        if (revision < book.revision()) {
            return;
        }
        List<PublishedSegment> published = new ArrayList<>();
        builtIn.versions().forEach(version -> compile(version).ifPresent(published::add));
        versions.forEach(version -> compile(version).ifPresent(published::add));
        book = new SegmentBook(revision, published);
    }

    /** A segment whose features are gone has no members; the others go on. */
    private Optional<PublishedSegment> compile(SegmentVersion version) {
        try {
            return Optional.of(new PublishedSegment(version.definition(), version.number(), condition(version)));
        } catch (ConditionFault fault) {
            LOG.errorf("Segment %s is out of force: %s", version.definition().id(), fault.fault());
            return Optional.empty();
        }
    }

    private Condition condition(SegmentVersion version) {
        return compiler.compile(version.definition().expression());
    }
}
