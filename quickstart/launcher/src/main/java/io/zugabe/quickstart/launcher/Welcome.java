package io.zugabe.quickstart.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** What a person sees when everything is up. */
final class Welcome {

    private Welcome() {}

    static void print(PrintStream out, Ports ports, Path directory, boolean temporary, boolean demo, Duration startup) {
        out.printf(Locale.ROOT, "%nZugabe is up (%.1f s)%n%n", startup.toMillis() / 1000.0);
        for (Room room : Room.values()) {
            out.printf(
                    "  %-24s gRPC 127.0.0.1:%d   http://127.0.0.1:%d/q/health%n",
                    room.module(), ports.grpc(room), ports.http(room));
        }
        out.printf("  data and logs            %s%s%n%n", directory, temporary ? " (ends with this program)" : "");
        String base = ports.base() == Ports.DEFAULT_BASE ? "" : " --port-base " + ports.base();
        if (demo) {
            out.println("Try, in another terminal:");
            out.println("  # what may I offer beside this camera?");
            out.printf(
                    "  ./zugabe call%s recommendation.RecommendationService/Recommend '{\"visitor_id\":\"v-1\",\"placement\":\"PLACEMENT_PRODUCT_PAGE\",\"anchor_product_ids\":[\"canon-eos-r6-mark-ii\"]}'%n",
                    base);
            out.println("  # does this battery go with it, and why not?");
            out.printf(
                    "  ./zugabe call%s catalog.FitService/CheckFit '{\"anchor_product_ids\":[\"canon-eos-r6-mark-ii\"],\"candidate_product_ids\":[\"canon-lp-e6nh\",\"canon-lp-e17\"],\"with_evidence\":true}'%n",
                    base);
            out.println("  # what is known about this customer?");
            out.printf(
                    "  ./zugabe call%s segmentation.ProfileService/GetProfile '{\"customer_id\":\"c-00001\"}'%n", base);
        } else {
            out.println("It is empty. Bring data in, in another terminal:");
            out.printf("  ./zugabe import%s products FILE     # .jsonl or .csv, also .gz%n", base);
            out.printf("  ./zugabe import%s events FILE%n", base);
            out.printf("  ./zugabe import%s online-retail FILE%n", base);
        }
        out.println();
        out.println("Ctrl-C ends everything.");
        out.flush();
    }
}
