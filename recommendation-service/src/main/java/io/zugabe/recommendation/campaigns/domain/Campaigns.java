package io.zugabe.recommendation.campaigns.domain;

import io.zugabe.recommendation.replica.domain.Circumstances;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All campaigns that have not ended, with their conditions compiled. Immutable. */
public final class Campaigns {

    public static final Campaigns NONE = new Campaigns(List.of());

    private final List<Ready> all;

    /** A campaign and its condition. */
    public record Ready(Campaign campaign, Condition condition) {}

    public Campaigns(Collection<Ready> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Those that are in force here and now for an audience that somebody is in, who may be held out of them.
     *
     * @param segments that the person is in
     * @param placement its name
     */
    public List<Campaign> inForce(Set<String> segments, String placement, Circumstances known, Instant time) {
        List<Campaign> found = new ArrayList<>();
        for (Ready ready : all) {
            Campaign campaign = ready.campaign();
            if (campaign.runsAt(time)
                    && (campaign.segment().isEmpty() || segments.contains(campaign.segment()))
                    && (campaign.placements().isEmpty() || campaign.placements().contains(placement))
                    && ready.condition().holds(known, placement, time)) {
                found.add(campaign);
            }
        }
        return found;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The campaign with an id; empty if there is none that has not ended. */
    public Optional<Campaign> find(String id) {
        return all.stream()
                .map(Ready::campaign)
                .filter(campaign -> campaign.id().equals(id))
                .findFirst();
    }

    /** Names them with their versions: equal on all replicas that have read the same. */
    public String version() {
        int hash = 0;
        for (Ready ready : all) {
            hash = 31 * hash + ready.campaign().id().hashCode();
            hash = 31 * hash + Long.hashCode(ready.campaign().version());
        }
        return all.size() + "-" + Integer.toHexString(hash);
    }

    /** The same, with nobody held out of one of them. */
    public Campaigns heldOutOfNone(String id) {
        List<Ready> open = new ArrayList<>(all.size());
        for (Ready ready : all) {
            open.add(
                    ready.campaign().id().equals(id)
                            ? new Ready(ready.campaign().withoutControl(), ready.condition())
                            : ready);
        }
        return new Campaigns(open);
    }

    public List<Ready> all() {
        return all;
    }
}
