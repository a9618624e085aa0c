package dev.zonal.data.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.DataException;
import dev.zonal.data.input.Image;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataFileTest {
  private static DataFile text(String content) {
    return DataFile.of("p.csv", content.getBytes(StandardCharsets.UTF_8));
  }

  private static DataFile npy(String name) throws IOException {
    try (InputStream in = DataFileTest.class.getResourceAsStream(name + ".npy")) {
      return DataFile.of(name + ".npy", in.readAllBytes());
    }
  }

  private static Vector vector(String... coordinates) {
    return Vector.of(Stream.of(coordinates).map(DataFileTest::number).toList());
  }

  private static Rational number(String text) {
    return Numbers.parse(Place.file("test"), text);
  }

  private static List<Vector> vectors(DataFile file) {
    return file.points(InputKind.VECTORS).inputs();
  }

  private static String refusal(DataFile file, InputKind<?> kind) {
    return assertThrows(DataException.class, () -> file.points(kind)).getMessage();
  }

  private static String refusal(String content) {
    return refusal(text(content), InputKind.VECTORS);
  }

  @Test
  void decimalsAndFractionsAreExact() {
    assertEquals(
        List.of(vector("1/10", "-3/2"), vector("1/3", "100")),
        vectors(text("0.1,-1.5\n1/3, 1e2\n")));
  }

  @Test
  void aFirstLineOfNamesIsAHeaderAndEndsOfLinesMayBeThoseOfAnySystem() {
    List<Vector> points = List.of(vector("1", "2"), vector("3", "4"));
    assertEquals(points, vectors(text("x,y\n1,2\n3,4")));
    assertEquals(points, vectors(text("\uFEFF\"x1\",\"x2\"\r\n1,2\r\n\"3\",4\r\n\r\n")));
    assertEquals(points, vectors(text("# two points\n1,2\n# the second\n3,4\n\n")));
  }

  @Test
  void theFirstLineIsNoHeaderIfAnythingInItIsMeantAsANumber() {
    assertEquals(
        "'p.csv', line 1, coordinate 2: y: expected an exact number such as 2, 1/2 or 0.1",
        refusal("1,y\n3,4"));
    assertEquals(
        "'p.csv', line 1, coordinate 1: 'nan', and NaN and infinities are no numbers",
        refusal("nan,nan\n3,4"));
    assertEquals(
        "'p.csv', line 1, coordinate 1: 1.2.3: expected an exact number such as 2, 1/2 or 0.1",
        refusal("1.2.3,z\n3,4"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "'1,2\\n3'!'''p.csv'', line 2: 1 coordinate, where line 1 has 2 coordinates'",
        "'x,y\\n1,2\\n\\n3,4'!'''p.csv'', line 3: it is empty, and there is at least one coordinate'",
        "'1,2\\n3,'!'''p.csv'', line 2, coordinate 2: there is no number'",
        "'1,2\\n3,-inf'!'''p.csv'', line 2, coordinate 2: ''-inf'', and NaN and infinities are no numbers'",
        "'1,2\\n3,NaN'!'''p.csv'', line 2, coordinate 2: ''NaN'', and NaN and infinities are no numbers'",
        "'1,2\\nx,y'!'''p.csv'', line 2, coordinate 1: x: expected an exact number such as 2, 1/2 or 0.1'",
        "'1/0'!'''p.csv'', line 1, coordinate 1: 1/0: the denominator is zero'",
        "'x,y'!'''p.csv'': there are no vectors in it'",
        "''!'''p.csv'': there are no vectors in it'",
        "'[[1,2],[3]]'!'''p.csv'', array 2: 1 coordinate, where array 1 has 2 coordinates'",
        "'[[1,2],[3,NaN]]'!'''p.csv'', array 2, entry 2: ''NaN'', and NaN and infinities are no numbers'",
        "'[[1,2],[3,null]]'!'''p.csv'', array 2, entry 2: ''null'', and NaN and infinities are no numbers'",
        "'[[1,2],[3,true]]'!'''p.csv'', array 2, entry 2: ''true'' in the place of a number'",
        "'[[1,2],[3,[4]]]'!'''p.csv'', array 2, coordinate 2: an array in the place of a number'",
        "'[[]]'!'''p.csv'', array 1: it is empty, and there is at least one coordinate'",
        "'[1,2]'!'''p.csv'', array 1: a number in the place of an array of coordinates'",
        "'[]'!'''p.csv'': there are no vectors in it'",
        "'[[1,2]] 3'!'''p.csv'': there is more behind the array of vectors'",
      })
  void whatIsNoVectorIsNamedByItsPlace(String content, String message) {
    assertEquals(message, refusal(content.replace("\\n", "\n")));
  }

  @Test
  void jsonThatIsNoneIsNamedByItsLine() {
    String message = refusal("[[1,2],\n[3,4");
    assertTrue(message.startsWith("'p.csv', line 2: no JSON: "), message);
  }

  @Test
  void numbersOfJsonAreExactAndMayBeTexts() {
    assertEquals(
        List.of(vector("1/10", "1/3"), vector("12345678901234567890123", "1/1000")),
        vectors(text(" [[0.1,\"1/3\"],\n[12345678901234567890123,1e-3]]\n")));
  }

  @Test
  void inputsOfTwoFilesHaveOneForm() {
    Points<Image> images = text("1;2|3;4").points(InputKind.IMAGES);
    InputKind.IMAGES.requireAlike(images, text("0;0|0;1").points(InputKind.IMAGES));
    DataException longer =
        assertThrows(
            DataException.class,
            () ->
                InputKind.IMAGES.requireAlike(
                    images, text("0;0|0;1\n1;2;3|4;5;6").points(InputKind.IMAGES)));
    assertEquals(
        "'p.csv', line 2: 2 x 3 pixels, where 'p.csv' has 2 x 2 pixels", longer.getMessage());
    Points<Sequence> sequences = text("1;2").points(InputKind.SEQUENCES);
    InputKind.SEQUENCES.requireAlike(sequences, text("1;2;3").points(InputKind.SEQUENCES));
    assertThrows(
        DataException.class,
        () ->
            InputKind.SEQUENCES.requireAlike(
                sequences, text("1,1;2,1").points(InputKind.SEQUENCES)));
  }

  @Test
  void targetsAreNumbersAloneOrArraysOfThem() throws IOException {
    List<Vector> one = List.of(vector("1"), vector("1/2"));
    for (String content : List.of("y\n1\n0.5\n", "[1,\"1/2\"]", "[[1],[0.5]]")) {
      assertEquals(one, text(content).points(InputKind.TARGETS).inputs(), content);
    }
    assertEquals(
        List.of(vector("1", "2"), vector("3", "4")),
        text("1,2\n3,4\n").points(InputKind.TARGETS).inputs());
    List<Vector> flat = npy("flat").points(InputKind.TARGETS).inputs();
    assertEquals(1, flat.get(0).dimension());
    assertEquals(
        "'p.csv', array 2: 2 targets, where array 1 has 1 target",
        refusal(text("[1,[2,3]]"), InputKind.TARGETS));
    assertTrue(refusal(text("1\t2\n3\t4\n"), InputKind.TARGETS).contains("line 1, target 1"));
  }

  @Test
  void aSequenceIsItsStepsAndAnyLength() {
    List<Sequence> sequences = text("1,2;3,4;5,6\n7,8\n").points(InputKind.SEQUENCES).inputs();
    assertEquals(3, sequences.get(0).length());
    assertEquals(List.of(vector("7", "8")), sequences.get(1).steps());
    assertEquals(
        sequences, text("[[[1,2],[3,4],[5,6]],[[7,8]]]").points(InputKind.SEQUENCES).inputs());
    List<Sequence> scalars = text("1;2\n3\n").points(InputKind.SEQUENCES).inputs();
    assertEquals(scalars, text("[[1,2],[3]]").points(InputKind.SEQUENCES).inputs());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "'1,2;3'!'''p.csv'', line 1, step 2: 1 coordinate, where the first has 2 coordinates'",
        "'1,2;3,4\\n5'!'''p.csv'', line 2: 1 coordinate, where line 1 has 2 coordinates'",
        "'1;;2'!'''p.csv'', line 1, step 2: it is empty, and there is at least one coordinate'",
        "'1;2\\n\\n3'!'''p.csv'', line 2: it is empty, and there is at least one step'",
        "'[[1,2],[]]'!'''p.csv'', array 2: it is empty, and there is at least one step'",
        "'a\\t1\\t2\\nb\\tnan\\n'!'''p.csv'', line 2: it is empty, and there is at least one step'",
        "'a\\t1\\tnan\\t2'!'''p.csv'', line 1, field 3: ''nan'', and NaN and infinities are no numbers'",
      })
  void whatIsNoSequenceIsNamedByItsPlace(String content, String message) {
    DataFile file = text(content.replace("\\n", "\n").replace("\\t", "\t"));
    assertEquals(message, refusal(file, InputKind.SEQUENCES));
  }

  @Test
  void theLayoutOfTheArchiveOfTimeSeriesHasALabelAndNumbersThatEndWithNothing() {
    List<Sequence> sequences =
        text("1\t0.5\t1\t2\n-1\t3\tNaN\tNaN\n").points(InputKind.SEQUENCES).inputs();
    assertEquals(List.of(vector("1/2"), vector("1"), vector("2")), sequences.get(0).steps());
    assertEquals(List.of(vector("3")), sequences.get(1).steps());
    assertEquals(List.of(vector("1", "2"), vector("3", "4")), vectors(text("a\t1\t2\nb\t3\t4\n")));
  }

  @Test
  void anImageIsRowsOfPixelsOfChannels() {
    Image image = text("1,2;3,4;5,6|7,8;9,10;11,12").points(InputKind.IMAGES).inputs().get(0);
    assertEquals(List.of(2, 3, 2), List.of(image.rows(), image.columns(), image.channels()));
    assertEquals(vector("9", "10"), image.at(1, 1));
    Image line = text("1;2;3\n").points(InputKind.IMAGES).inputs().get(0);
    assertEquals(List.of(1, 3, 1), List.of(line.rows(), line.columns(), line.channels()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "'1;2|3'!'''p.csv'', line 1, row 2: 1 pixel, where the first has 2 pixels'",
        "'1,2;3'!'''p.csv'', line 1, row 1, pixel 2: 1 channel, where the first has 2 channels'",
        "'1;2|3,4;5,6'!'''p.csv'', line 1, row 2, pixel 1: 2 channels, where the first has 1 channel'",
        "'1,2;3,4\\n1;2'!'''p.csv'', line 2: 1 channel, where line 1 has 2 channels'",
        "'1;2||3;4'!'''p.csv'', line 1, row 2: it is empty, and there is at least one pixel'",
      })
  void whatIsNoImageIsNamedByItsPlace(String content, String message) {
    assertEquals(message, refusal(text(content.replace("\\n", "\n")), InputKind.IMAGES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"f8", "f8-fortran", "f8-big"})
  void arraysOfNumPyAreReadInEveryOrder(String name) throws IOException {
    List<Vector> expected =
        List.of(
            Vector.of(Stream.of(0.1, -2.5, 3.0).map(Rational::of).toList()),
            Vector.of(Stream.of(4.0, Double.MIN_VALUE, -6.125).map(Rational::of).toList()));
    assertEquals(expected, vectors(npy(name)));
  }

  @Test
  void arraysOfNumPyAreReadInEveryPrecisionAndAsIntegers() throws IOException {
    assertEquals(Rational.of(0.1f), vectors(npy("f4")).get(0).coordinate(0));
    assertEquals(Rational.of(1638, 16384), vectors(npy("f2")).get(0).coordinate(0));
    assertEquals(
        List.of(vector("1", "-2", "3"), vector("2147483647", "-2147483648", "0")),
        vectors(npy("i4")));
    assertEquals(
        List.of(vector("1", "-2", "3"), vector("4", "5", "-32768")),
        vectors(npy("i2-big-fortran")));
    assertEquals(List.of(vector("0", "255"), vector("128", "1")), vectors(npy("u1")));
    assertEquals(List.of(vector("0", "18446744073709551615")), vectors(npy("u8")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"steps", "steps-fortran"})
  void arraysOfThreeAxesAreSequences(String name) throws IOException {
    List<Sequence> sequences = npy(name).points(InputKind.SEQUENCES).inputs();
    assertEquals(vector("8", "9"), sequences.get(1).steps().get(1));
  }

  @Test
  void arraysOfFourAxesAreImagesAndOfThreeImagesOfOneChannel() throws IOException {
    assertEquals(
        vector("22", "23"), npy("images").points(InputKind.IMAGES).inputs().get(1).at(1, 2));
    assertEquals(1, npy("steps").points(InputKind.IMAGES).inputs().get(0).channels());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "objects!'''objects.npy'': it holds Python objects, which are not numbers'",
        "complex!'''complex.npy'': its numbers are complex'",
        "truth!'''truth.npy'': it holds truth values, which are not numbers'",
        "text!'''text.npy'': it holds text'",
        "records!'''records.npy'': it holds records'",
        "long!'''long.npy'': numbers of the type <f16'",
        "nan!'''nan.npy'', array 2, entry 2: NaN and infinities are no numbers'",
        "infinite!'''infinite.npy'', array 1, entry 2: NaN and infinities are no numbers'",
        "none!'''none.npy'': there are no vectors in it'",
        "flat!'''flat.npy'': an array of 1 axes, where the first is that of the vectors'",
        "steps!'''steps.npy'', array 1, coordinate 1: an array in the place of a number'",
      })
  void arraysThatHoldNoVectorsAreRefused(String name, String message) {
    assertEquals(
        message,
        assertThrows(DataException.class, () -> npy(name).points(InputKind.VECTORS)).getMessage());
  }

  @Test
  void anArrayOfNumPyThatIsCutOffOrGoesOnIsRefused() throws IOException {
    byte[] whole;
    try (InputStream in = DataFileTest.class.getResourceAsStream("f8.npy")) {
      whole = in.readAllBytes();
    }
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThrows(
          DataException.class, () -> DataFile.of("p", cut).points(InputKind.VECTORS), "" + length);
    }
    byte[] more = java.util.Arrays.copyOf(whole, whole.length + 1);
    assertThrows(DataException.class, () -> DataFile.of("p", more).points(InputKind.VECTORS));
  }

  @Provide
  Arbitrary<List<List<Rational>>> tables() {
    Arbitrary<Rational> numbers =
        Arbitraries.integers()
            .between(-10_000, 10_000)
            .flatMap(n -> Arbitraries.integers().between(1, 60).map(d -> Rational.of(n, d)));
    return Arbitraries.integers()
        .between(1, 5)
        .flatMap(m -> numbers.list().ofSize(m).list().ofMinSize(1).ofMaxSize(6));
  }

  @Property(tries = 100)
  void whatIsWrittenAsTextOrJsonIsReadAgain(@ForAll("tables") List<List<Rational>> table) {
    List<Vector> expected = table.stream().map(Vector::of).toList();
    String lines =
        table.stream().map(row -> joined(row, "", ",", "")).collect(Collectors.joining("\n"));
    String arrays =
        table.stream()
            .map(row -> joined(row, "[\"", "\",\"", "\"]"))
            .collect(Collectors.joining(",", "[", "]"));
    assertEquals(expected, vectors(text(lines)));
    assertEquals(expected, vectors(text(arrays)));
    assertEquals(table.size(), text(lines).count());
    assertEquals(table.size(), text(arrays).count());
  }

  private static String joined(List<Rational> row, String first, String between, String last) {
    List<String> texts = new ArrayList<>();
    row.forEach(number -> texts.add(number.toString()));
    return first + String.join(between, texts) + last;
  }

  @Test
  void inputsAreCountedBeforeTheyAreRead() throws IOException {
    assertEquals(2, npy("f8-fortran").count());
    assertEquals(3, text("[[1],[[2]],3]").count());
    assertEquals(2, text("1,2\n3\n\n").count());
  }
}
