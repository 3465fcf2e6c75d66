package io.zugabe.segmentation.audience.endpoint;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import io.zugabe.segmentation.audience.SearchCustomers;
import io.zugabe.segmentation.audience.SearchCustomers.Query;
import io.zugabe.segmentation.audience.adapter.TraitMessages;
import io.zugabe.segmentation.audience.domain.Trait;
import io.zugabe.segmentation.feature.domain.DerivedFeatures;
import io.zugabe.segmentation.v1.Lifecycle;
import io.zugabe.segmentation.v1.SearchCustomersRequest;
import io.zugabe.segmentation.v1.SearchCustomersResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The search for customers. */
@Singleton
class SearchCalls {

    private static final Pattern PREFIX = Pattern.compile("[!-~]{0,100}");
    private static final int MOST_TRAITS = 10;
    private static final int LARGEST_PAGE = 200;

    private final SearchCustomers searchCustomers;
    private final TraitReader traits;

    SearchCalls(SearchCustomers searchCustomers, TraitReader traits) {
        this.searchCustomers = searchCustomers;
        this.traits = traits;
    }

    Uni<SearchCustomersResponse> search(SearchCustomersRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkPattern(
                "id_prefix", request.getIdPrefix(), PREFIX, "must be at most 100 printable ASCII characters");
        if (!request.getSegmentId().isEmpty()) {
            violations.checkPattern(
                    "segment_id", request.getSegmentId(), TraitReader.SEGMENT, TraitReader.SEGMENT_FORM);
        }
        violations.check(
                request.getLifecycle() != Lifecycle.UNRECOGNIZED,
                "lifecycle",
                request.getLifecycleValue(),
                "is not known");
        traits.check(request.getTraitsList(), "traits", MOST_TRAITS, violations);
        violations.checkRange("page_size", request.getPageSize(), 0, LARGEST_PAGE);
        PageTokens tokens = new PageTokens(List.of(
                "customers",
                new String(
                        request.toBuilder()
                                .clearPageSize()
                                .clearPageToken()
                                .build()
                                .toByteArray(),
                        StandardCharsets.ISO_8859_1)));
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return searchCustomers.search(query(request), page.after(), page.size()).map(found -> {
            SearchCustomersResponse.Builder response = SearchCustomersResponse.newBuilder();
            found.candidates().stream().map(CustomerMessages::message).forEach(response::addCustomers);
            return response.setNextPageToken(tokens.write(found.next())).build();
        });
    }

    private static Query query(SearchCustomersRequest request) {
        List<Trait> wanted = new ArrayList<>(
                request.getTraitsList().stream().map(TraitMessages::trait).toList());
        if (request.getLifecycle() != Lifecycle.LIFECYCLE_UNSPECIFIED) {
            wanted.add(
                    new Trait.TextIs(DerivedFeatures.LIFECYCLE.name(), CustomerMessages.word(request.getLifecycle())));
        }
        return new Query(request.getIdPrefix(), request.getSegmentId(), wanted, request.getIncludeVisitors());
    }
}
