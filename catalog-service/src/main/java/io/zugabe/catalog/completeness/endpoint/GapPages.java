package io.zugabe.catalog.completeness.endpoint;

import com.google.type.Money;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.completeness.ListAttributeGaps;
import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.v1.AttributeGap;
import io.zugabe.catalog.v1.ListAttributeGapsRequest;
import io.zugabe.catalog.v1.ListAttributeGapsResponse;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Pages of gaps as messages. */
@Singleton
public final class GapPages {

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final ListAttributeGaps listGaps;
    private final String currency;

    GapPages(ListAttributeGaps listGaps, @ConfigProperty(name = "zugabe.shop.currency") String currency) {
        this.listGaps = listGaps;
        this.currency = currency;
    }

    /** Answers with the page asked for. */
    public Uni<ListAttributeGapsResponse> list(ListAttributeGapsRequest request) {
        Violations violations = Violations.ofRequest();
        Fields.checkKey(violations, "type", request.getType());
        PageTokens tokens = new PageTokens(List.of("gaps", request.getType()));
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return listGaps.list(request.getType(), page).map(found -> {
            ListAttributeGapsResponse.Builder response = ListAttributeGapsResponse.newBuilder()
                    .setNextPageToken(tokens.write(found.page().next()))
                    .setTotalSize(found.page().total())
                    .setCut(found.cut());
            found.page().entries().forEach(gap -> response.addGaps(toMessage(gap)));
            return response.build();
        });
    }

    private AttributeGap toMessage(io.zugabe.catalog.completeness.domain.AttributeGap gap) {
        return AttributeGap.newBuilder()
                .addAllAttributes(gap.attributes())
                .setProducts(gap.products())
                .setPairs(gap.pairs())
                .setRevenue(revenue(gap.revenue()))
                .setProductsWithoutSales(gap.productsWithoutSales())
                .addAllPartnerTypes(gap.partnerTypes())
                .addAllExampleProductIds(gap.examples())
                .setRequiredForFit(gap.requiredForFit())
                .build();
    }

    private Money revenue(BigDecimal revenue) {
        return ProductMessages.toMessage(io.zugabe.catalog.product.domain.Money.of(currency, revenue.min(MOST)));
    }
}
