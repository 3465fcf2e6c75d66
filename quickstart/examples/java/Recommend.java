import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.zugabe.recommendation.v1.Offer;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.Reason;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What may I offer beside this camera?
 *
 * <p>Arguments: product, address; both may be left out.
 *
 * <pre>java -cp 'quickstart/launcher/target/launcher.jar:quickstart/launcher/target/lib/*' quickstart/examples/java/Recommend.java</pre>
 */
class Recommend {

    public static void main(String[] arguments) {
        String product = arguments.length > 0 ? arguments[0] : "canon-eos-r6-mark-ii";
        String address = arguments.length > 1 ? arguments[1] : "127.0.0.1:9003";
        ManagedChannel channel =
                ManagedChannelBuilder.forTarget(address).usePlaintext().build();
        try {
            RecommendResponse answer = RecommendationServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(2, TimeUnit.SECONDS)
                    .recommend(RecommendRequest.newBuilder()
                            .setVisitorId("java-example")
                            .setPlacement(Placement.PLACEMENT_PRODUCT_PAGE)
                            .addAnchorProductIds(product)
                            .build());
            for (Offer offer : answer.getOffersList()) {
                String reasons = offer.getReasonsList().stream().map(Reason::getText).collect(Collectors.joining(" "));
                System.out.println(offer.getRank() + ". " + offer.getName() + ": " + reasons);
            }
            if (answer.hasSilence()) {
                System.out.println("Nothing: " + answer.getSilence().getDescription());
            }
        } finally {
            channel.shutdownNow();
        }
    }
}
