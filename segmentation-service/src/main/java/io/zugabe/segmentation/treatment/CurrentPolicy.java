package io.zugabe.segmentation.treatment;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.segmentation.segment.CurrentSegments;
import io.zugabe.segmentation.segment.RuleFollower;
import io.zugabe.segmentation.segment.SegmentUse;
import io.zugabe.segmentation.treatment.domain.PolicyVersion;
import io.zugabe.segmentation.treatment.domain.TreatmentPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** The policy in force, in memory. */
@ApplicationScoped
public class CurrentPolicy implements RuleFollower, SegmentUse {

    private static final Logger LOG = Logger.getLogger(CurrentPolicy.class);

    private final PolicyStore store;
    private final DefaultPolicy defaultPolicy;
    private final CompilePolicy compile;
    private final CurrentSegments segments;
    private volatile TreatmentPolicy policy;

    public CurrentPolicy(
            PolicyStore store, DefaultPolicy defaultPolicy, CompilePolicy compile, CurrentSegments segments) {
        this.store = store;
        this.defaultPolicy = defaultPolicy;
        this.compile = compile;
        this.segments = segments;
        this.policy = compile(defaultPolicy.policy()).policy();
    }

    /** It, ready to decide. */
    public TreatmentPolicy policy() {
        return policy;
    }

    /** The version in force now, on whatever replica it was put in force. */
    public Uni<PolicyVersion> latest() {
        return store.latest().map(version -> version.orElseGet(defaultPolicy::policy));
    }

    @Override
    public Uni<Void> follow(long revision) {
        return latest().emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(this::take)
                .replaceWithVoid();
    }

    private synchronized void take(PolicyVersion version) {
        if (version.number() >= policy.version()) {
            CompilePolicy.Compiled compiled = compile(version);
            compiled.faults()
                    .forEach(fault -> LOG.errorf(
                            "Policy %d, %s: %s; it counts for nobody",
                            version.number(), fault.field(), fault.description()));
            policy = compiled.policy();
        }
    }

    @Override
    public Uni<List<String>> rulesAskingFor(String segmentId) {
        return latest().map(version -> compile(version).policy().rulesAskingFor(segmentId));
    }

    /** A rule that cannot be any more counts for nobody; the others go on. */
    private CompilePolicy.Compiled compile(PolicyVersion version) {
        return compile.compile(version, segments.book().ids());
    }
}
