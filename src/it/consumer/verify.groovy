// Zonal brings Apfloat and commons-numbers, and nothing else.
def tree = new File(basedir, 'target/tree.txt').readLines()
def ofZonal = tree.dropWhile { !it.contains('dev.zonal:') }.drop(1).takeWhile { it.startsWith('|  ') }
def names = ofZonal.collect { it.replaceFirst('^[^a-z]*', '').split(':')[1] }
assert names == ['apfloat', 'commons-numbers-fraction', 'commons-numbers-core'] : tree.join('\n')

// What it computes is right, and the line that its consumer logs is seen.
def classPath = new File(basedir, 'target/classes').path + File.pathSeparator + new File(basedir, 'target/class-path.txt').text
def java = new ProcessBuilder("${System.getProperty('java.home')}/bin/java", '-cp', classPath, 'consumer.Consumer').redirectErrorStream(true).start()
def lines = java.inputStream.readLines()
assert java.waitFor() == 0 : lines.join('\n')
def value = '0.035362652431505372656638010872827806763015286094177'
assert lines.any { it.endsWith("INFO consumer.Consumer - eigenvalue $value") } : lines.join('\n')
assert lines.contains("{\"2.15.4\":\"$value\"}".toString()) : lines.join('\n')
