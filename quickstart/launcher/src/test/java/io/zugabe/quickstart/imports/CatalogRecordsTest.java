package io.zugabe.quickstart.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zugabe.catalog.v1.AttributeMatch;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Proves("O1")
class CatalogRecordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void selector_ofAFamilyAndARegion_asksForBoth() throws JsonProcessingException {
        AttributeMatch match =
                CatalogRecords.statement(JSON.readTree("""
                        {"id":"s","hosts":[{"product":"p"}],"verdict":"FITS","provenance":"maker","parts":[
                         {"type":"toner","attribute":"family","value":"TN-2410","also":{"region":"Europe"}}]}""")).getParts(0).getAttribute();
        assertEquals("TN-2410", match.getValue());
        assertEquals(Map.of("region", "Europe"), match.getAlsoMap());
    }

    @Test
    void selector_withAKeyThatNothingReads_isRefused() {
        RejectedRecord refused = assertThrows(RejectedRecord.class, () -> CatalogRecords.statement(JSON.readTree("""
                        {"id":"s","hosts":[{"product":"p"}],"verdict":"FITS","provenance":"maker","parts":[
                         {"type":"toner","attribute":"family","value":"TN-2410","region":"Europe"}]}""")));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("parts[0].region: is not read"), refused.toString());
    }

    @ParameterizedTest
    @CsvSource({"1.299 EUR,1299 or 1.2990", "12.500 EUR,12500 or 12.5000"})
    void price_thatCanBeReadInTwoWays_isRefused(String price, String ways) {
        RejectedRecord refused = assertThrows(
                RejectedRecord.class,
                () -> CatalogRecords.product(JSON.readTree(
                        "{\"id\":\"a\",\"type\":\"t\",\"name\":\"A\",\"price\":\"%s\"}".formatted(price))));
        assertTrue(String.valueOf(refused.getMessage()).endsWith("write " + ways), refused.toString());
    }
}
