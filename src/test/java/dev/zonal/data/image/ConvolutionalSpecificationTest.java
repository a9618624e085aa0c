package dev.zonal.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.specification.CatalogueEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text that names a kernel of images. */
class ConvolutionalSpecificationTest {
  @Test
  void theExamplesAreInCanonicalForm() {
    for (CatalogueEntry entry : ConvolutionalSpecification.entries()) {
      assertEquals(entry.example(), ConvolutionalSpecification.parse(entry.example()).toString());
      assertEquals(entry.example(), ConvolutionalSpecification.parse(entry.name()).toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cntk:act=leaky,slope=-1/7,L=3,taps=5,sw2=9/4,sb2=1/10,readout=gap",
        "cnngp:act=tanh,L=1,taps=1,sw2=2,sb2=0,readout=flatten"
      })
  void aKernelIsPrintedAsItIsRead(String text) {
    assertEquals(
        ConvolutionalSpecification.parse(text),
        ConvolutionalSpecification.parse(ConvolutionalSpecification.parse(text).toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "cnn:act=relu ! unknown kernel 'cnn'",
        "cntk:act=rellu ! did you mean 'relu'?",
        "cntk:taps=4 ! taps=4: taps must be an odd number",
        "cntk:taps=0 ! taps must be an odd number",
        "cntk:sw2=0 ! sw2 must be a positive rational number",
        "cntk:sb2=-1 ! sb2 must be a non-negative rational number",
        "cntk:L=0 ! L must be an integer from 1 to 1000000",
        "cntk:readout=gab ! did you mean 'gap'?",
        "cntk:act=step ! no square integrable derivative",
      })
  void badSpecificationsAreRefusedInOneLine(String text, String message) {
    String said =
        assertThrows(
                KernelSpecificationException.class, () -> ConvolutionalSpecification.parse(text))
            .getMessage();
    assertTrue(said.contains(message) && !said.contains("\n"), said);
  }
}
